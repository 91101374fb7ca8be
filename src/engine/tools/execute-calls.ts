import {
  type CallSite,
  type ExecutedCall,
  executeCall,
  type RequestedCall,
} from "./execute-call.ts";

/**
 * Executes the calls of one reply at the same time. All of them finish, and those that were executed are
 * recorded in the order of the calls, whichever was done first, before the first failure is thrown.
 */
export async function executeTogether(
  calls: readonly RequestedCall[],
  site: CallSite,
): Promise<readonly ExecutedCall[]> {
  const { recorder, options } = site.scope;
  const started = options.clock.monotonic();
  const settled = await Promise.allSettled(calls.map((call) => executeCall(call, site)));
  recorder.toolMs += options.clock.monotonic() - started;
  const executed: ExecutedCall[] = [];
  for (const result of settled) {
    if (result.status === "rejected") continue;
    recorder.called(result.value.facts);
    executed.push(result.value);
  }
  const thrown = settled.find((result) => result.status === "rejected");
  if (thrown !== undefined) throw thrown.reason;
  const failure = executed.find((call) => call.failure !== undefined)?.failure;
  if (failure !== undefined) throw failure;
  return executed;
}

/** Executes the calls of one reply one after the other. */
export async function executeInTurn(
  calls: readonly RequestedCall[],
  site: CallSite,
): Promise<readonly ExecutedCall[]> {
  const executed: ExecutedCall[] = [];
  for (const call of calls) executed.push(...(await executeTogether([call], site)));
  return executed;
}
