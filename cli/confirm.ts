import process from "node:process";
import { createInterface } from "node:readline/promises";

/** Asks on standard error and reads one line; only `y` and `yes` mean yes. */
export async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
