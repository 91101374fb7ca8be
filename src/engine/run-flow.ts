import type { RunOptions } from "./run-options.ts";
import type { RunResult } from "./run-result.ts";
import { startSession } from "./start-session.ts";

/**
 * Runs a flow on one message, with the prepared answers where it asks for some. Whatever the agent or
 * the flow does wrong is a result. What is thrown is somebody else's: a call without a mock, a script
 * without a reply, a provider that cannot be used, or the signal's reason.
 */
export async function runFlow(options: RunOptions): Promise<RunResult> {
  const session = await startSession(options);
  return session.result();
}
