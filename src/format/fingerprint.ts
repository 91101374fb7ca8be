import { createHash } from "node:crypto";

/**
 * What tells one finding from all others: SHA-256 of its parts as 64 hexadecimal digits. Parts are kept
 * apart, so that `ab, c` and `a, bc` differ.
 */
export function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex");
}
