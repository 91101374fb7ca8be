import type { TranscriptText } from "./trial-transcript.ts";

/** Bytes of UTF-8 of one text. */
export const maxTextBytes: number = 64 * 1024;

const utf8 = new TextEncoder();
const buffer = new Uint8Array(maxTextBytes);

/** A text as a transcript holds it. */
export function cutText(text: string): TranscriptText {
  // No UTF-16 unit takes more than three bytes.
  if (text.length * 3 <= maxTextBytes || Buffer.byteLength(text) <= maxTextBytes) return { text };
  // A copy, since a slice would keep all of the long text in memory. It ends with a whole character.
  const { written } = utf8.encodeInto(text, buffer);
  return { text: Buffer.from(buffer.subarray(0, written)).toString("utf8"), cut: text.length };
}
