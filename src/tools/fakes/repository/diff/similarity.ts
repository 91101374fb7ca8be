const encoder = new TextEncoder();
const chunkSize = 64;

/** Of this many parts two equal texts have all in common. */
export const wholeScore = 60_000;

/** How much of one text is in the other, by the bytes of lines they share, as git counts it: 0 to {@link wholeScore}. */
export function similarity(before: Content, after: Content): number {
  const larger = Math.max(before.size, after.size);
  const smaller = Math.min(before.size, after.size);
  if (larger === 0) return 0;
  // Where the sizes alone say that they are too different, nothing is counted.
  if (larger * (wholeScore / 2) < (larger - smaller) * wholeScore) return 0;
  return Math.floor((copiedBytes(before, after) * wholeScore) / larger);
}

/** The bytes of lines that both have. */
function copiedBytes(before: Content, after: Content): number {
  let shared = 0;
  for (const [chunk, bytes] of before.chunks()) {
    shared += Math.min(bytes, after.chunks().get(chunk) ?? 0);
  }
  return shared;
}

/** A text to compare with others; its chunks are counted once, when they are asked for. */
export interface Content {
  readonly text: string;
  readonly size: number;
  /** Bytes by line, long lines in pieces. */
  chunks(): ReadonlyMap<string, number>;
}

/** Prepares a text to be compared. */
export function contentOf(text: string): Content {
  let counted: ReadonlyMap<string, number> | undefined;
  return {
    text,
    size: encoder.encode(text).length,
    chunks: () => (counted ??= countChunks(text)),
  };
}

function countChunks(text: string): ReadonlyMap<string, number> {
  const bytes = encoder.encode(text);
  const counts = new Map<string, number>();
  let chunk: number[] = [];
  const close = (): void => {
    const key = String.fromCharCode(...chunk);
    counts.set(key, (counts.get(key) ?? 0) + chunk.length);
    chunk = [];
  };
  for (const [index, byte] of bytes.entries()) {
    if (byte === 13 && bytes[index + 1] === 10) continue;
    chunk.push(byte);
    if (byte === 10 || chunk.length === chunkSize) close();
  }
  if (chunk.length > 0) close();
  return counts;
}
