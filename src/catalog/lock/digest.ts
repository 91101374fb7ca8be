import { sha256Hex } from "../../platform/index.ts";

/** What tells one text from another in a lock: `sha256:` and the hash of its UTF-8 bytes in hex. */
export function digestOf(text: string): string {
  return `sha256:${sha256Hex(text)}`;
}
