import type { GitResult } from "../../git/git-result.ts";
import { layFiles } from "../start-workspace.ts";
import type { WorkspaceSession } from "../workspace-session.ts";

/** Answers a command line by the rules of the seed; undefined where none matches. */
export function answerByRule(session: WorkspaceSession, line: string): GitResult | undefined {
  const forms = new Set([line.trim(), line.trim().replace(/ 2>&1$/, "")]);
  const rule = session.commands.find(({ run, when }) => {
    return (
      [...forms].some((form) => run.matches(form)) &&
      [...when].every(([path, matcher]) => {
        const text = session.files.get(path);
        return matcher === null ? text === undefined : matcher.matches(text);
      })
    );
  });
  if (rule === undefined) return undefined;
  session.files = layFiles(session.files, rule.writes);
  return { exitCode: rule.exitCode, stdout: rule.output, stderr: "" };
}
