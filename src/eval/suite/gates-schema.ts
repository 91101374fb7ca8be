import { gatedMetrics, rulesOf } from "../../compare/index.ts";
import type { JsonObject } from "../../core/json.ts";

const descriptions = {
  not_worse_than: "The loss that is put up with, in the metric's unit: 0.05 is five points.",
  at_least: "What the target has to reach by itself.",
  ratio_at_most: "How many times as much as the other takes is put up with.",
} as const;

function rulesSchema(metric: string): JsonObject {
  const rules = Object.entries(rulesOf(metric) ?? {}).map(([rule, { keywords }]) => {
    const description = isDescribed(rule) ? descriptions[rule] : "";
    return [rule, { type: "number", ...keywords, description }] as const;
  });
  return {
    type: "object",
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(rules),
  };
}

function isDescribed(rule: string): rule is keyof typeof descriptions {
  return Object.hasOwn(descriptions, rule);
}

const score = "score.<rubric>";
const named = gatedMetrics.filter((metric) => metric !== score);

/** JSON Schema of a suite's `gates`. */
export const gatesSchema: JsonObject = {
  title: "gates",
  description:
    "What the results of the suite must come to, by metric; then they decide, and no longer every case. Critical cases decide all the same.",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    against: {
      type: "string",
      minLength: 1,
      description:
        "The target of this suite that the others are held against, and which decides nothing itself; without it a baseline.",
    },
    together: {
      type: "string",
      minLength: 1,
      description:
        "Suites that have the same name here and ask for the same are judged as one, over all of their cases. Needs `against`, or rules that hold a target against nothing else.",
    },
    ...Object.fromEntries(named.map((metric) => [metric, rulesSchema(metric)])),
  },
  patternProperties: { "^score\\..+$": rulesSchema(score) },
};
