import { mkdir } from "node:fs/promises";
import { writeError } from "./file-error.ts";

/** Makes a folder and those above it, where they are missing. */
export async function ensureFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw writeError(path, error);
  }
}
