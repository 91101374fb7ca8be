import { diffStat, numStat, shortStat } from "../../repository/diff/diff-stat.ts";
import type { FileChange } from "../../repository/diff/diff-trees.ts";
import { filePatch } from "../../repository/diff/file-patch.ts";
import { quotePath } from "../../repository/diff/quote-path.ts";
import type { CommandArgs, OptionNames } from "../command-args.ts";

/** How the difference between two trees is shown. */
export type DiffForm =
  | "name-only"
  | "name-status"
  | "none"
  | "numstat"
  | "patch"
  | "shortstat"
  | "stat";

/** Options of every command that shows differences. */
export const diffOptions: OptionNames = {
  "-p": "patch",
  "-u": "patch",
  "--patch": "patch",
  "-s": "none",
  "--no-patch": "none",
  "--stat": "stat",
  "--numstat": "numstat",
  "--shortstat": "shortstat",
  "--name-only": "name-only",
  "--name-status": "name-status",
  "-U": "context=",
  "--unified": "context=",
  "--no-color": "plain",
  "--no-ext-diff": "plain",
  "--no-prefix": "no-prefix",
  "-M": "renames",
  "--find-renames": "renames",
  "--no-renames": "no-renames",
};

const forms: readonly DiffForm[] = [
  "none",
  "stat",
  "numstat",
  "shortstat",
  "name-only",
  "name-status",
  "patch",
];

/** What is asked of a difference; undefined where forms are mixed, or one is not kept. */
export function readDiffForm(args: CommandArgs, usual: DiffForm): DiffStyle | undefined {
  const asked = forms.filter((form) => args.has(form));
  const context = args.value("context");
  if (asked.length > 1 || args.has("no-prefix")) return undefined;
  if (context !== undefined && !/^\d{1,6}$/.test(context)) return undefined;
  return {
    form: asked[0] ?? (context === undefined ? usual : "patch"),
    context: Number(context ?? 3),
    renames: !args.has("no-renames"),
  };
}

export interface DiffStyle {
  readonly form: DiffForm;
  readonly context: number;
  readonly renames: boolean;
}

/** Shows changes. */
export function diffText(changes: readonly FileChange[], { form, context }: DiffStyle): string {
  switch (form) {
    case "none":
      return "";
    case "patch":
      return changes.map((change) => filePatch(change, context)).join("");
    case "stat":
      return diffStat(changes);
    case "shortstat":
      return shortStat(changes);
    case "numstat":
      return numStat(changes);
    case "name-only":
      return changes.map(({ path }) => `${quotePath(path)}\n`).join("");
    case "name-status":
    default:
      return changes.map(nameStatus).join("");
  }
}

/** A letter, and the path; of a renamed file how alike it is, and both. */
function nameStatus(change: FileChange): string {
  const path = quotePath(change.path);
  if (change.status !== "R") return `${change.status}\t${path}\n`;
  return `R${String(change.similarity).padStart(3, "0")}\t${quotePath(change.from)}\t${path}\n`;
}
