import { isJsonObject, type JsonValue } from "../../json.ts";
import { didYouMean } from "../../text/suggest.ts";
import { isJsonArray } from "../json-array.ts";
import { leaf } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

const types: ReadonlyMap<JsonValue, (value: JsonValue) => boolean> = new Map<
  JsonValue,
  (value: JsonValue) => boolean
>([
  ["array", isJsonArray],
  ["boolean", (value) => typeof value === "boolean"],
  ["integer", Number.isInteger],
  ["null", (value) => value === null],
  ["number", (value) => typeof value === "number"],
  ["object", isJsonObject],
  ["string", (value) => typeof value === "string"],
]);
const typeNames: readonly string[] = [...types.keys()].map(String);

export const typeOperator: Operator = {
  id: "type",
  docs: {
    summary: `the value is of this type (${typeNames.join(", ")}), or of one of a list of types`,
    examples: [
      { matcher: { $type: "string" }, matches: ["", "1"], differs: [1, null, []] },
      { matcher: { $type: "number" }, matches: [1, 1.5], differs: ["1", true] },
      { matcher: { $type: "integer" }, matches: [1, -2], differs: [1.5, "1"] },
      { matcher: { $type: "boolean" }, matches: [true, false], differs: [0, "true", null] },
      { matcher: { $type: "null" }, matches: [null], differs: [0, "", {}, []] },
      { matcher: { $type: "array" }, matches: [[], [1]], differs: [{}, "[]"] },
      { matcher: { $type: "object" }, matches: [{}, { a: 1 }], differs: [[], null, "{}"] },
      { matcher: { $type: ["string", "null"] }, matches: ["a", null], differs: [1, {}] },
    ],
    refused: ["text", "String", 1, null, [], ["string", "text"], "toString", "__proto__"],
  },
  operand: {
    anyOf: [{ enum: typeNames }, { type: "array", minItems: 1, items: { enum: typeNames } }],
  },
  compile(operand, context) {
    const wanted = isJsonArray(operand) ? operand : [operand];
    const wrong = wanted.find((name) => !types.has(name));
    if (wrong !== undefined || wanted.length === 0) {
      return context.refuse(
        `$type takes the name of a type, not ${showValue(wrong ?? operand)}`,
        didYouMean(showValue(wrong).replaceAll('"', ""), typeNames),
      );
    }
    return leaf(
      `a value of type ${wanted.map(String).join(" or ")}`,
      (value) => value !== undefined && wanted.some((name) => types.get(name)?.(value) === true),
    );
  },
};
