import { readFile } from "node:fs/promises";
import process from "node:process";

/** What is known of a process of this machine. */
export interface ProcessLook {
  readonly isAlive: boolean;
  /** When it began, in a unit of the system's own; undefined where the system does not say. */
  readonly start: string | undefined;
}

/** Places in `/proc/<pid>/stat` after the name of the program: state, and start in ticks since the boot. */
const stateField = 0;
const startField = 19;

/** Looks whether a process runs. Numbers are used again, so its start says whether it is still the same. */
export async function lookAtProcess(pid: number): Promise<ProcessLook> {
  const fields = await statFields(pid);
  const start = fields?.[startField];
  // What was killed and whose end nobody has asked for yet still has its number.
  const isGone = fields?.[stateField] === "Z" || fields?.[stateField] === "X";
  return { isAlive: !isGone && hasNumber(pid), start };
}

/** Of Linux only; elsewhere there is no such file. */
async function statFields(pid: number): Promise<readonly string[] | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses, and may hold some itself.
    return text
      .slice(text.lastIndexOf(")") + 1)
      .trim()
      .split(" ");
  } catch {
    return undefined;
  }
}

function hasNumber(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
