import { answerByRule } from "../shell/command-rules.ts";
import { answerGit } from "../shell/run-line.ts";
import { splitWords } from "../shell/split-words.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";
import { commandOutcome } from "./run-command.ts";

/** `run_git_command`: git without a shell. The address of the repository is ignored, as by the service. */
export const runGitCommand: WorkspaceTool = (session, args) => {
  const line = `${textArg(args, "command")} ${textArg(args, "args")}`
    .trim()
    .replace(/^git(?=\s|$)/, "")
    .trim();
  const rule = answerByRule(session, `git ${line}`);
  if (rule !== undefined) return commandOutcome(rule);
  const words = splitWords(line);
  if (words === undefined) {
    return {
      type: "error",
      message: "could not parse git command arguments: No closing quotation",
    };
  }
  const result = answerGit(session, words);
  return result && commandOutcome(result);
};
