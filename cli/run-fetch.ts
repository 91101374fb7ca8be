import type { CliContext } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { defineFetch } from "./fetch/define-fetch.ts";
import { runProgram } from "./run-program.ts";

/** `flowproof fetch agents` as a program of its own, under the name that GitLab's documentation uses. */
export function runFetchAgents(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const define = defineFetch("agent");
  return runProgram({ name: "fetch-foundational-agents", define, ownVersion: true }, args, context);
}

/** `flowproof fetch flows` as a program of its own. */
export function runFetchFlows(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const define = defineFetch("flow");
  return runProgram({ name: "fetch-foundational-flows", define, ownVersion: true }, args, context);
}
