/** One step of a pattern: which characters it takes, and how often. */
type Token =
  | {
      readonly type: "char";
      readonly takes: (char: string) => boolean;
      /** The only character that it takes. */
      readonly literal?: string | undefined;
    }
  /** Any number of characters. */
  | { readonly type: "any"; readonly takes: (char: string) => boolean }
  /** Nothing, or folders to their last slash. */
  | { readonly type: "folders" };

export interface WildcardOptions {
  /** Whether `*` and `?` stop at a slash, and `**` goes over it. */
  readonly isPath: boolean;
}

/**
 * Compiles a pattern of git's: `*`, `?`, `[a-z]`, `[!a]`, a backslash before what stands for itself, and for paths
 * `**`. Matching takes linear time in the text, as all ways are followed at once.
 */
export function compileWildcard(
  pattern: string,
  { isPath }: WildcardOptions,
): (text: string) => boolean {
  const tokens = tokenize(pattern, isPath);
  const start = literalStart(tokens);
  const end = literalStart(tokens.toReversed()).split("").toReversed().join("");
  // Most texts differ from most patterns at one of their ends.
  return (text) => text.startsWith(start) && text.endsWith(end) && matches(tokens, text);
}

function literalStart(tokens: readonly Token[]): string {
  const literals = tokens.map((token) => (token.type === "char" ? token.literal : undefined));
  const end = literals.indexOf(undefined);
  return literals.slice(0, end < 0 ? literals.length : end).join("");
}

/** Whether a text has characters that a pattern gives a meaning to. */
export function hasWildcard(text: string): boolean {
  return /[*?[\\]/.test(text);
}

function tokenize(pattern: string, isPath: boolean): readonly Token[] {
  const noSlash = (char: string): boolean => !isPath || char !== "/";
  const tokens: Token[] = [];
  // Without a bracket that closes there is no set, and looking for one at each that opens takes long.
  const lastClosing = pattern.lastIndexOf("]");
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const atStart = at === 0 || pattern[at - 1] === "/";
    const set = at < lastClosing ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(rest) : null;
    if (isPath && atStart && rest.startsWith("**/")) {
      tokens.push({ type: "folders" });
      at += 3;
    } else if (isPath && atStart && rest === "**") {
      tokens.push({ type: "char", takes: () => true }, { type: "any", takes: () => true });
      at += 2;
    } else if (rest.startsWith("*")) {
      tokens.push({ type: "any", takes: noSlash });
      at += /^\*+/.exec(rest)?.[0].length ?? 1;
    } else if (rest.startsWith("?")) {
      tokens.push({ type: "char", takes: noSlash });
      at += 1;
    } else if (set !== null) {
      tokens.push({ type: "char", takes: inSet(set[2] ?? "", set[1] !== "", noSlash) });
      at += set[0].length;
    } else {
      const isEscaped = rest.startsWith("\\") && rest.length > 1;
      const literal = rest[isEscaped ? 1 : 0];
      tokens.push({ type: "char", takes: (char) => char === literal, literal });
      at += isEscaped ? 2 : 1;
    }
  }
  return tokens;
}

function inSet(
  members: string,
  isNegated: boolean,
  allowed: (char: string) => boolean,
): (char: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const from = members[at] ?? "";
    const to = members[at + 2];
    if (members[at + 1] === "-" && to !== undefined) {
      ranges.push([from, to]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return (char) =>
    allowed(char) && ranges.some(([from, to]) => from <= char && char <= to) !== isNegated;
}

/** Where a pattern may go on, after some of a text. */
interface Progress {
  /** Tokens that may begin here; one past the last is the end. */
  readonly open: ReadonlySet<number>;
  /** Tokens of folders that are within one. */
  readonly within: ReadonlySet<number>;
}

function matches(tokens: readonly Token[], text: string): boolean {
  let progress: Progress = { open: withSkips(tokens, [0]), within: new Set() };
  for (const char of text.split("")) progress = advance(tokens, progress, char);
  return progress.open.has(tokens.length);
}

function advance(tokens: readonly Token[], { open, within }: Progress, char: string): Progress {
  const next: number[] = [];
  const inFolders = new Set(within);
  for (const index of open) {
    const token = tokens[index];
    if (token?.type === "folders") inFolders.add(index);
    else if (token?.takes(char) === true) next.push(token.type === "any" ? index : index + 1);
  }
  if (char === "/") next.push(...[...inFolders].map((index) => index + 1));
  return { open: withSkips(tokens, next), within: inFolders };
}

/** What may take nothing lets what follows it begin, too. */
function withSkips(tokens: readonly Token[], indexes: readonly number[]): ReadonlySet<number> {
  const open = new Set(indexes);
  for (const index of open) {
    const token = tokens[index];
    if (token !== undefined && token.type !== "char") open.add(index + 1);
  }
  return open;
}
