import { PythonException } from "../python-exception.ts";

/** What a computation gives; undefined when it ends with one of these exceptions. */
export function attempt<T>(types: readonly string[], compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof PythonException && types.includes(error.type)) return undefined;
    throw error;
  }
}
