import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { alignColumns } from "../check/align-columns.ts";
import { blank } from "../check/blank.ts";
import type { Check } from "../check/check.ts";
import { routeTerms } from "../check/route-terms.ts";
import { asTexts, textsSchema } from "../check/text-list.ts";

export const route: Check = {
  id: "route",
  needs: ["route"],
  docs: {
    summary: "requires components of the flow to be visited",
    rationale:
      "Which way a flow took, in the names of its components. A list is the whole route; `end` at its end may be left out, `abort` may not. `in_order`: these in this order, others may stand between. `contains` and `not_contains`: visited, or never. `subset`: no others are visited. A component that is visited again, stands there again.",
  },
  schema: {
    anyOf: [
      { type: "array", items: { type: "string" }, description: "The whole route." },
      {
        type: "object",
        additionalProperties: false,
        properties: {
          exact: { type: "array", items: { type: "string" }, description: "The whole route." },
          in_order: {
            type: "array",
            items: { type: "string" },
            description: "These in this order, others between.",
          },
          contains: textsSchema("Components that are visited."),
          subset: textsSchema("Nothing but these is visited; `end` need not be named."),
          not_contains: textsSchema("Components that are never visited."),
        },
      },
    ],
  },
  examples: [
    {
      trial: { route: ["fetch", "triage", "fetch", "reply", "end"] },
      passes: [
        ["fetch", "triage", "fetch", "reply"],
        ["fetch", "triage", "fetch", "reply", "end"],
        { exact: ["fetch", "triage", "fetch", "reply"] },
        { in_order: ["fetch", "reply"] },
        { contains: "triage", not_contains: ["abort", "escalate"] },
        { subset: ["fetch", "triage", "reply", "escalate"] },
      ],
      fails: [
        ["fetch", "triage", "reply"],
        ["fetch", "triage", "fetch"],
        ["fetch", "triage", "fetch", "reply", "abort"],
        { exact: ["triage", "fetch", "fetch", "reply"] },
        { in_order: ["reply", "triage"] },
        { contains: "escalate" },
        { contains: "triage", not_contains: ["reply"] },
        { subset: ["fetch", "triage"] },
      ],
    },
    {
      trial: { route: ["fetch", "abort"] },
      passes: [["fetch", "abort"]],
      fails: [["fetch"], ["fetch", "end"]],
    },
  ],
  refused: [
    [],
    {},
    [""],
    { contains: [] },
    { in_order: [], contains: "a" },
    { not_contains: " " },
    { contains: "a", not_contains: ["b", "a"] },
    { subset: [] },
  ],
  prepare(value, reader) {
    const fields: JsonObject = isJsonObject(value) ? value : { exact: value };
    const given = Object.entries(fields);
    if (given.length === 0) reader.nothingToCheck([], "nothing is asked of the route");
    let usable = given.length > 0;
    for (const [key, names] of given) {
      const path = isJsonObject(value) ? [key] : [];
      if (asTexts(names).length === 0 || asTexts(names).some(blank)) {
        reader.nothingToCheck(path, "a component is left out");
        usable = false;
      }
      for (const [index, name] of asTexts(names).entries()) {
        if (!blank(name)) reader.usesComponent(isJsonArray(names) ? [...path, index] : path, name);
      }
    }
    const both = asTexts(fields["not_contains"]).find((name) =>
      ["exact", "in_order", "contains"].some((key) => asTexts(fields[key]).includes(name)),
    );
    if (both !== undefined && usable) {
      reader.invalid(["not_contains"], `no route can visit ${both} and avoid it`);
      usable = false;
    }
    if (!usable) return undefined;
    return {
      type: "decidable",
      assess: (trial) => assessRoute(given, trial.route),
    };
  },
};

function assessRoute(
  given: readonly (readonly [string, JsonValue])[],
  actual: readonly string[],
): ReturnType<typeof finding> {
  const broken = given.flatMap(([key, names]) => {
    const wanted = asTexts(names);
    return routeTerms[key]?.holds(wanted, actual) === true
      ? []
      : [{ words: routeTerms[key]?.words ?? key, wanted: wanted.join(" → ") }];
  });
  return finding(broken, actual.join(" → ") || "nothing");
}

function finding(
  broken: readonly { readonly words: string; readonly wanted: string }[],
  actual: string,
): { pass: boolean; message: string; details?: string } {
  if (broken.length === 0) return { pass: true, message: `the route was ${actual}` };
  const wishes = broken.map(({ words, wanted }) => `${words} ${wanted}`).join(" and ");
  return {
    pass: false,
    message: `expected the route to ${wishes}, it was ${actual}`,
    details: alignColumns([
      ...broken.map(({ words, wanted }) => [`expected to ${words}`, wanted]),
      ["actual", actual],
    ]),
  };
}
