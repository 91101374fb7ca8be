import type { Flow } from "../../flow/index.ts";

/** How the service's loader reads true. */
const spellings: ReadonlySet<string> = new Set(["true", "t", "yes", "y", "on", "1", "1.0"]);

/** Whether a switch of the file that the flow's model does not hold is on. */
export function isSwitchedOn(flow: Flow, path: readonly (string | number)[]): boolean {
  const range = flow.rangeOf(path);
  if (range === undefined || range.start.line !== range.end.line) return false;
  const line = flow.text.split("\n")[range.start.line - 1] ?? "";
  const written = line.slice(range.start.column - 1, range.end.column - 1);
  return spellings.has(
    written
      .trim()
      .replace(/^(["'])(.*)\1$/, "$2")
      .toLowerCase(),
  );
}
