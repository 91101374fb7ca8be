/** Two texts as lines, each line a number that equal lines share. */
export interface LinePair {
  readonly before: SideLines;
  readonly after: SideLines;
}

/** One side of a difference: what its lines are, and which of them the other side has not. */
export interface SideLines {
  /** With their line ends. */
  readonly lines: readonly string[];
  readonly ids: readonly number[];
  /** By line: whether it is taken away, or new. */
  readonly changed: boolean[];
}

/** Lines with their ends; the last may be without one. */
export function splitLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const whole = lines.map((line) => `${line}\n`);
  return last === "" ? whole : [...whole, last];
}

/** Numbers the lines of two texts; nothing is marked yet. */
export function pairLines(before: string, after: string): LinePair {
  const numbers = new Map<string, number>();
  const side = (text: string): SideLines => {
    const lines = splitLines(text);
    const ids = lines.map((line) => {
      const id = numbers.get(line) ?? numbers.size;
      numbers.set(line, id);
      return id;
    });
    return { lines, ids, changed: lines.map(() => false) };
  };
  return { before: side(before), after: side(after) };
}
