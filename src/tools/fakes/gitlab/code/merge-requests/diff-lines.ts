/** A line of a diff, with its numbers on both sides. */
export interface DiffLine {
  readonly kind: "added" | "context" | "deleted";
  /** Null for an added line. */
  readonly oldLine: number | null;
  /** Null for a deleted line. */
  readonly newLine: number | null;
  readonly text: string;
}

/** A part of a diff that stands for itself: the head of a hunk, a line, or the remark on a missing newline. */
export type DiffItem =
  | { readonly type: "header"; readonly text: string }
  | { readonly type: "line"; readonly line: DiffLine }
  | {
      readonly type: "no-newline";
      readonly text: string;
      readonly old: number;
      readonly new: number;
    };

/** Reads hunks. What stands before the first of them is left out. */
export function diffItems(diff: string): readonly DiffItem[] {
  const items: DiffItem[] = [];
  let old = 0;
  let now = 0;
  for (const text of diff.replace(/\n$/, "").split("\n")) {
    const head = /^@@ -([0-9]+)(?:,[0-9]+)? \+([0-9]+)(?:,[0-9]+)? @@/.exec(text);
    if (head !== null) {
      old = Number(head[1]);
      now = Number(head[2]);
      items.push({ type: "header", text });
    } else if (items.length > 0 && text.startsWith("\\")) {
      items.push({ type: "no-newline", text, old, new: now });
    } else if (items.length > 0) {
      const line = lineOf(text, old, now);
      items.push({ type: "line", line });
      if (line.oldLine !== null) old += 1;
      if (line.newLine !== null) now += 1;
    }
  }
  return items;
}

/** The lines of a diff. */
export function diffLines(diff: string): readonly DiffLine[] {
  return diffItems(diff).flatMap((item) => (item.type === "line" ? [item.line] : []));
}

function lineOf(text: string, oldLine: number, newLine: number): DiffLine {
  if (text.startsWith("+")) return { kind: "added", oldLine: null, newLine, text: text.slice(1) };
  if (text.startsWith("-")) return { kind: "deleted", oldLine, newLine: null, text: text.slice(1) };
  return { kind: "context", oldLine, newLine, text: text.slice(1) };
}
