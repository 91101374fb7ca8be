import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { SchemaProblem } from "../schema-problem.ts";
import { Explainer } from "./explainer.ts";
import type { Finding } from "./finding.ts";
import { named } from "./named.ts";

/**
 * Why a value does not fit a schema, one problem for a cause, in the order of their paths. It only
 * explains; that the value does not fit is for the compiled validator to say.
 */
export function explainMismatch(
  schema: JsonObject,
  value: JsonValue,
  matches: (pattern: string, text: string) => boolean,
): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const finding of new Explainer(schema, matches).explain(schema, value)) {
    const problem = toProblem(finding);
    problems.set(JSON.stringify([problem.path, problem.message]), problem);
  }
  return [...problems.values()].toSorted((a, b) => comparePaths(a.path, b.path));
}

function toProblem({ path, atKey, hint, message }: Finding): SchemaProblem {
  const problem = { path, atKey, message: message(named(path)) };
  return hint === undefined ? problem : { ...problem, hint };
}

/** By segment; numbers by size, and before text. */
function comparePaths(a: SchemaProblem["path"], b: SchemaProblem["path"]): number {
  for (const [index, segment] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (segment === other) continue;
    if (typeof segment === "number" && typeof other === "number") return segment - other;
    if (typeof segment !== typeof other) return typeof segment === "number" ? -1 : 1;
    return segment < other ? -1 : 1;
  }
  return a.length - b.length;
}
