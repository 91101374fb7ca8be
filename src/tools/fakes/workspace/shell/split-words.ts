/** A word of a command line, and whether it has a pattern that is not quoted. */
export interface Word {
  readonly text: string;
  readonly isPattern: boolean;
}

/**
 * Splits arguments at spaces as Python's `shlex.split` does: quotes hold together, a backslash takes the next
 * character as it is. Undefined where a quote is not closed.
 */
export function splitWords(line: string): readonly string[] | undefined {
  return readWords(line)?.map(({ text }) => text);
}

/** As {@link splitWords}, with what a shell would want to know. */
export function readWords(line: string): readonly Word[] | undefined {
  const words: Word[] = [];
  let word: { text: string; isPattern: boolean } | undefined;
  const pieces = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|([^'"\\\s]+)|(.)/gs;
  for (const [, single, double, escaped, space, plain, broken] of line.matchAll(pieces)) {
    if (broken !== undefined) return undefined;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      const piece =
        single ??
        double?.replaceAll(/\\([\\"$`])/g, "$1") ??
        (escaped === "\n" ? "" : escaped) ??
        plain ??
        "";
      const isPattern: boolean =
        (word?.isPattern ?? false) || (plain !== undefined && /[*?[]/.test(plain));
      word = { text: (word?.text ?? "") + piece, isPattern };
    }
  }
  return word === undefined ? words : [...words, word];
}
