import type { ToolOutcome } from "../../../tool-runtime.ts";
import type { GitResult } from "../../git/git-result.ts";
import { returned } from "../outcomes.ts";
import { runLine } from "../shell/run-line.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";

/**
 * `run_command`, with a command line or with a program and its arguments, and `run_tests`, which hands its command
 * on to it. Nothing is executed: a rule of the seed answers, or the fake git.
 */
export const runCommand: WorkspaceTool = (session, args) => {
  const line =
    args["command"] === undefined
      ? `${textArg(args, "program")} ${textArg(args, "args")}`
      : textArg(args, "command");
  const result = runLine(session, line);
  return result && commandOutcome(result);
};

/** The executor puts the exit code before what a command printed; that it failed is no failure of the tool. */
export function commandOutcome({ exitCode, stdout, stderr }: GitResult): ToolOutcome {
  return returned(`Exit code: ${exitCode}\n${stdout}${stderr}`);
}
