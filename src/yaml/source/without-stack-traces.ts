/**
 * Does work in which errors are data. The library makes an Error of every mistake in a text, and a
 * text may consist of mistakes; recording the stack of each takes ten times as long as all the rest.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
