import type { SchemaFinding } from "../schema-finding.ts";
import { PatternError } from "./pattern-error.ts";
import { PatternReader } from "./pattern-reader.ts";

type PatternProblem = Pick<SchemaFinding, "rule" | "message" | "hint">;

const outside = "the service matches in linear time, by a library that has no such thing";

/**
 * Why a pattern would be refused: Python must be able to read it, and then Rust. Undefined when nothing
 * is known against it. Matches nothing.
 */
export function checkPattern(pattern: string): PatternProblem | undefined {
  try {
    const notInRust = new PatternReader(pattern).read();
    if (notInRust === undefined) return undefined;
    return { rule: "E48", message: `it uses ${notInRust}`, hint: outside };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { rule: "E42", message: error.message, hint: error.hint };
  }
}
