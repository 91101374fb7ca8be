import process from "node:process";
import { AppError } from "../src/core/errors/app-error.ts";

/** As for files: a limit so that an endless stream cannot fill the memory. */
const maxBytes = 64 * 1024 * 1024;

/** Everything that comes on standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes: Uint8Array = chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) {
      throw new AppError("FILE_TOO_LARGE", `standard input has more than ${maxBytes} bytes`, {
        hint: "pipe one flow config into it",
      });
    }
  }
  return Buffer.concat(chunks);
}
