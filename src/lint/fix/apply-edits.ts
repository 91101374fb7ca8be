import type { Fix, TextEdit } from "../rule/fix.ts";

/** Makes edits that do not overlap, in whatever order they come. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, text: written } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + written;
    done = end;
  }
  return result + text.slice(done);
}

/** The fixes that can be made together, the first of those that touch the same place. */
export function compatible<T extends { readonly fix: Fix }>(found: readonly T[]): readonly T[] {
  const taken: TextEdit[] = [];
  return found.filter(({ fix: { edits } }) => {
    const isFree = edits.every((edit) => taken.every((other) => !touches(edit, other)));
    if (isFree) taken.push(...edits);
    return isFree;
  });
}

/** Two texts put into one place have no order. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
