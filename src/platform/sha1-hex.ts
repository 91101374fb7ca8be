import { createHash } from "node:crypto";

/** SHA-1 of parts laid end to end, texts as their UTF-8 bytes, as 40 hexadecimal digits: what git names objects by. */
export function sha1Hex(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
