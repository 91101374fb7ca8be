import { PyFloat } from "../../core/python/py-float.ts";
import type { PyDict } from "../../core/python/py-value.ts";
import type { NodePath } from "../model/located.ts";
import { quoteValue } from "../read/describe-value.ts";
import { checkPattern } from "./pattern/check-pattern.ts";
import type { SchemaFinding } from "./schema-finding.ts";

const integerLimits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const largestInt = 2n ** 63n - 1n;
const lengths = { string: ["minLength", "maxLength"], array: ["minItems", "maxItems"] };

function isInt64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63;
}

/** Limits of a field that JSON Schema allows and the service's models do not (E48). Those of items are ignored. */
export function checkLimits(schema: PyDict, path: NodePath): readonly SchemaFinding[] {
  if (schema.has("const") || schema.has("enum")) return [];
  const type = schema.get("type");
  const findings: SchemaFinding[] = [];
  for (const key of type === "integer" ? integerLimits : []) {
    const limit = schema.get(key);
    if (!(limit instanceof PyFloat) || isInt64(limit.value)) continue;
    const message = `"${key}" of a whole number cannot be ${limit.value}`;
    const hint = 'use a whole number, or "type: number"';
    findings.push({ rule: "E48", path: [...path, key], message, hint });
  }
  for (const key of type === "string" || type === "array" ? lengths[type] : []) {
    const length = schema.get(key);
    if (length instanceof PyFloat) {
      const message = `"${key}" is written as a fraction`;
      findings.push({
        rule: "E48",
        path: [...path, key],
        message,
        hint: "write it without a point",
      });
    } else if (typeof length === "bigint" && length > largestInt) {
      const message = `"${key}" is too large a number`;
      findings.push({ rule: "E48", path: [...path, key], message, hint: "leave it out" });
    }
  }
  const pattern = schema.get("pattern");
  const problem =
    type === "string" && typeof pattern === "string" ? checkPattern(pattern) : undefined;
  // What Python cannot read is told wherever it stands.
  if (problem?.rule === "E48") {
    const message = `the pattern ${quoteValue(pattern)} cannot be used: ${problem.message}`;
    findings.push({ ...problem, path: [...path, "pattern"], message });
  }
  return findings;
}
