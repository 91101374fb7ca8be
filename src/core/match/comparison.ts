import type { JsonValue } from "../json.ts";
import { leaf } from "./match-node.ts";
import type { Operator } from "./operator.ts";
import { showValue } from "./show-value.ts";

/** The operand of a comparison, and the `compile` of an operator that compares. */
export const comparisonOperand: Operator["operand"] = { type: ["number", "string"] };

type Holds = <T extends number | string>(value: T, limit: T) => boolean;

/** Numbers compare with numbers, texts with texts (by code unit, as ISO dates do); nothing else is ordered. */
export function comparison(sign: string, holds: Holds): Operator["compile"] {
  return (limit: JsonValue, context) => {
    if (typeof limit !== "number" && typeof limit !== "string") {
      return context.refuse(`a comparison takes a number or a text, not ${showValue(limit)}`);
    }
    return leaf(`${sign} ${showValue(limit)}`, (value) => {
      if (typeof value === "number" && typeof limit === "number") return holds(value, limit);
      if (typeof value === "string" && typeof limit === "string") return holds(value, limit);
      return false;
    });
  };
}
