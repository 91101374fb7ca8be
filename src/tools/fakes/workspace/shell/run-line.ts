import { fatal, type GitResult } from "../../git/git-result.ts";
import { gitCommandOf, isRoot, runGit } from "../../git/run-git.ts";
import type { WorkspaceSession } from "../workspace-session.ts";
import { answerByRule } from "./command-rules.ts";
import { expandWords } from "./expand-words.ts";
import { readLine, type SimpleCommand } from "./read-line.ts";

/**
 * Answers a command line: by a rule for the whole of it, or command by command, each by a rule or by the fake git.
 * Undefined where one of them is not known; then nothing has changed.
 */
export function runLine(session: WorkspaceSession, line: string): GitResult | undefined {
  const whole = answerByRule(session, line);
  if (whole !== undefined) return whole;
  const commands = readLine(line);
  if (commands === undefined || commands.length === 0 || !canTakeBack(commands)) return undefined;
  const { files, folders, git } = session;
  const requests = session.requests.length;
  let result: GitResult = { exitCode: 0, stdout: "", stderr: "" };
  let isSkipping = false;
  for (const command of commands) {
    if (!isSkipping) {
      const next = runCommand(session, command);
      if (next === undefined) {
        Object.assign(session, { files, folders, git });
        session.requests.length = requests;
        return undefined;
      }
      result = {
        exitCode: next.exitCode,
        stdout: result.stdout + next.stdout + next.stderr,
        stderr: "",
      };
    }
    isSkipping = command.isCondition && result.exitCode !== 0;
  }
  return result;
}

/** What was pushed cannot be taken back if a later command is not known, so nothing may follow a push. */
function canTakeBack(commands: readonly SimpleCommand[]): boolean {
  return commands.slice(0, -1).every((command) => !/\bpush\b/.test(command.text));
}

function runCommand(
  session: WorkspaceSession,
  { text, words }: SimpleCommand,
): GitResult | undefined {
  const rule = answerByRule(session, text);
  if (rule !== undefined) return rule;
  const [program, ...args] = expandWords(words, session.files);
  if (program === "cd" && args.length === 1 && isRoot(args[0]))
    return { exitCode: 0, stdout: "", stderr: "" };
  return program === "git" ? answerGit(session, args) : undefined;
}

/** Answers a command of git, or says that there is no repository. */
export function answerGit(
  session: WorkspaceSession,
  args: readonly string[],
): GitResult | undefined {
  if (session.hasGit) return runGit(session, args);
  if (gitCommandOf(args) === undefined) return undefined;
  return fatal("not a git repository (or any of the parent directories): .git");
}
