import type { ComparedCase } from "./compared-case.ts";

/** The cases of two systems, put side by side. */
export interface PairedCases<T extends ComparedCase = ComparedCase> {
  /** In the order of A. */
  readonly pairs: readonly { readonly a: T; readonly b: T }[];
  /** Names (`suite/case`) of what only one of them has, sorted. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** Puts cases of the same suite and id together; what has no counterpart is told, not compared. */
export function pairCases<T extends ComparedCase>(
  a: readonly T[],
  b: readonly T[],
): PairedCases<T> {
  const others = new Map(b.map((each) => [comparedName(each), each]));
  const pairs: { readonly a: T; readonly b: T }[] = [];
  const onlyA: string[] = [];
  for (const each of a) {
    const name = comparedName(each);
    const other = others.get(name);
    others.delete(name);
    if (other === undefined) onlyA.push(name);
    else pairs.push({ a: each, b: other });
  }
  return { pairs, onlyA: onlyA.toSorted(), onlyB: [...others.keys()].toSorted() };
}

/** A case's name within a comparison. */
export function comparedName(of: Pick<ComparedCase, "suite" | "case">): string {
  return `${of.suite}/${of.case}`;
}
