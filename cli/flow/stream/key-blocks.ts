const begin = "-----BEGIN";
const header = /^-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/;
const footer = /^-----END [A-Z0-9 ]{1,60}-----/;
const dashes = "-----";
/** As long as a line of the two can be. */
const longestLine = 100;
/** Longer ones are not taken for keys by anybody. */
const longestKey = 40_000;

/** A part of a text that is one thing. */
export interface Block {
  readonly start: number;
  /** Infinite as long as it can go on. */
  readonly end: number;
}

/** The private keys in a text that is still coming, and what may become one. */
export function keyBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = text.indexOf(begin); start >= 0; start = text.indexOf(begin, start + 1)) {
    const length = lengthOfKey(text.slice(start));
    if (length > 0) blocks.push({ start, end: start + length });
  }
  return blocks;
}

/** Nothing for what is no key; without end for one that may not be complete. */
function lengthOfKey(text: string): number {
  const head = header.exec(text)?.[0];
  if (head === undefined) return isLineUnfinished(text) ? Number.POSITIVE_INFINITY : 0;
  const at = text.indexOf(dashes, head.length);
  if (at < 0) return text.length < longestKey ? Number.POSITIVE_INFINITY : longestKey;
  const foot = text.slice(at);
  const last = footer.exec(foot)?.[0];
  if (last !== undefined) return at + last.length;
  return isLineUnfinished(foot) ? Number.POSITIVE_INFINITY : at;
}

function isLineUnfinished(text: string): boolean {
  return text.length < longestLine && !text.includes("\n");
}
