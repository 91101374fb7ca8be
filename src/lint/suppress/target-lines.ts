import type { YamlLayout } from "../../flow/index.ts";

/** The lines that a comment speaks of: the next that says something, and the rest of a text that begins there. */
export interface TargetLines {
  readonly first: number;
  readonly last: number;
}

/** Finds the lines that comments of a text speak of. Past the last line there is none. */
export function targetLines(
  text: string,
  { comments, longTexts }: YamlLayout,
): (line: number) => TargetLines | undefined {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const begins = new Map(comments.map(({ line, column }) => [line, column]));
  const isEmpty = (index: number): boolean => {
    const line = lines[index] ?? "";
    const indent = line.length - line.trimStart().length;
    return indent === line.length || begins.get(index + 1) === indent + 1;
  };
  // By index of line: the number of the next line that says something.
  const next: (number | undefined)[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = isEmpty(index) ? next[index + 1] : index + 1;
  }
  const ends = new Map<number, number>();
  for (const [first, last] of longTexts) ends.set(first, Math.max(last, ends.get(first) ?? 0));
  return (line) => {
    const first = next[line];
    return first === undefined ? undefined : { first, last: ends.get(first) ?? first };
  };
}
