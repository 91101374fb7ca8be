import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import type { DiffLine } from "./diff-lines.ts";
import { lineAt } from "./duo-review.ts";

/** Fewer lines of a suggestion say too little about where it belongs. */
const fewestLines = 3;

/**
 * The line of a diff that a comment of a review is meant for: by its numbers, unless its code stands
 * elsewhere. The service's mr_review.py looks for suggestions of at least three lines so; how it uses
 * `target_code` is not known, and here it is looked for whatever its length.
 */
export function findCommentLine(
  comment: JsonObject,
  lines: readonly DiffLine[],
): DiffLine | undefined {
  const numbered = lineAt(lines, numberOf(comment["old_line"]), numberOf(comment["new_line"]));
  const target = codeLines(comment["target_code"]);
  if (target.length > 0) return matching(target, lines, numbered);
  const suggestion = codeLines(comment["suggestion"]);
  return suggestion.length < fewestLines ? numbered : matching(suggestion, lines, numbered);
}

function matching(
  code: readonly string[],
  lines: readonly DiffLine[],
  numbered: DiffLine | undefined,
): DiffLine | undefined {
  if (numbered?.text === code[0]) return numbered;
  const kept = lines.filter(({ kind }) => kind !== "deleted");
  const at = kept.findIndex((_, start) =>
    code.every((text, offset) => kept[start + offset]?.text === text),
  );
  return kept[at] ?? numbered;
}

function codeLines(value: JsonValue | undefined): readonly string[] {
  if (typeof value !== "string" || value === "") return [];
  return value.replace(/\n$/, "").split("\n");
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}
