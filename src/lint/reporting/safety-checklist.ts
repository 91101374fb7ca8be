import { codeSpan } from "../../format/index.ts";
import type { LintedFile, SecretSafety } from "../lint-report.ts";

interface ReviewedFile {
  readonly path: string;
  readonly safety: SecretSafety;
}

type GuidedFiles = Readonly<Record<"held" | "missing" | "unseen", readonly ReviewedFile[]>>;

/** How many files a line names. */
const maxNamed = 10;

/**
 * The three lines that GitLab's guide on secret safety wants in a merge request, ticked where nothing is
 * left to do; none where no file was looked at for it.
 */
export function safetyChecklist(files: readonly LintedFile[]): readonly string[] {
  const reviewed = files.flatMap(({ path, secretSafety: safety }) => {
    return safety === undefined ? [] : [{ path, safety }];
  });
  if (reviewed.length === 0) return [];
  const having = (status: SecretSafety["status"]): readonly ReviewedFile[] =>
    reviewed.filter(({ safety }) => safety.status === status);
  const found = { held: having("held"), missing: having("missing"), unseen: having("unseen") };
  const out = having("out_of_scope");
  const needy = Object.values(found).flat().length;
  return [
    line(true, `Scope reviewed: ${needy} of ${configs(reviewed.length)} in scope`),
    guidanceLine(found),
    line(
      true,
      out.length === 0
        ? "Out of scope: no config is declared so"
        : `Out of scope, with the reason: ${named(out)}`,
    ),
  ];
}

function guidanceLine({ held, missing, unseen }: GuidedFiles): string {
  const open = [
    ...(missing.length > 0 ? [`missing in ${named(missing)}`] : []),
    // A prompt that only the service has.
    ...(unseen.length > 0 ? [`not to be seen from here in ${named(unseen)}`] : []),
  ];
  const done = held.length === 0 ? "no config needs it" : named(held);
  return line(
    open.length === 0,
    `Guidance added verbatim: ${open.length === 0 ? done : open.join("; ")}`,
  );
}

function line(isDone: boolean, text: string): string {
  return `- [${isDone ? "x" : " "}] ${text}`;
}

function named(files: readonly ReviewedFile[]): string {
  const names = files.slice(0, maxNamed).map(({ path, safety: { reason } }) => {
    return reason === undefined ? codeSpan(path) : `${codeSpan(path)} (${codeSpan(reason)})`;
  });
  const others = files.length - names.length;
  return `${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}

function configs(number: number): string {
  return `${number} ${number === 1 ? "config" : "configs"}`;
}
