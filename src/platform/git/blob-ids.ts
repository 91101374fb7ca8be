import { createHash } from "node:crypto";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The ids that a file's content may have as an object of git: as it is, and with line breaks as git
 * stores them where a checkout writes others. Of the kind that the other id is of.
 */
export function isBlob(content: Buffer, id: string): boolean {
  if (blobId(content, id) === id) return true;
  return content.includes("\r\n") && blobId(withLineFeeds(content), id) === id;
}

function blobId(content: Buffer, { length }: string): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}

function withLineFeeds(content: Buffer): Buffer {
  const kept = Buffer.alloc(content.length);
  let length = 0;
  for (const [index, byte] of content.entries()) {
    if (byte === carriageReturn && content[index + 1] === lineFeed) continue;
    kept[length] = byte;
    length += 1;
  }
  return kept.subarray(0, length);
}
