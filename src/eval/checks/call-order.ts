import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { callPatternSchema, readCallPattern } from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { listOf } from "../check/list-of.ts";
import { type OrderMode, orderModes } from "../check/order-modes.ts";
import { patternText } from "../check/pattern-text.ts";
import type { CallView } from "../check/trial-view.ts";

const made = (tool: string, args: JsonObject = {}): CallView => ({
  component: "a",
  tool,
  args,
  isError: false,
});
const list: JsonObject = { type: "array", items: callPatternSchema };

export const callOrder: Check = {
  id: "call_order",
  needs: ["calls"],
  docs: {
    summary: "requires calls in a certain order or set",
    rationale:
      "The mode says how strictly. `in_order` (the default): these calls in this order, others may stand between. `exact`: these calls and no others, in this order. `unordered`: these calls and no others, in any order. `subset`: every call made is among these. `superset`: each of these was made, others may be too; one that is listed twice must be made twice. An entry may have `args`.",
  },
  schema: {
    anyOf: [
      list,
      {
        type: "object",
        additionalProperties: false,
        required: ["tools"],
        properties: { tools: list, mode: { enum: Object.keys(orderModes) } },
      },
    ],
  },
  examples: [
    {
      trial: { calls: [made("a", { n: 1 }), made("b"), made("a", { n: 2 })] },
      passes: [
        ["a", "b"],
        ["a", "a"],
        [{ tool: "a", args: { n: 1 } }, "b", { tool: "a", args: { n: 2 } }],
        { tools: ["b", "a"], mode: "in_order" },
        { tools: ["a", "b", "a"], mode: "exact" },
        { tools: ["a", "a", "b"], mode: "unordered" },
        { tools: ["a", { tool: "a", args: { n: 1 } }, "b"], mode: "unordered" },
        { tools: ["a", "b", "c"], mode: "subset" },
        { tools: ["b*", { tool: "*", args: { n: { $gt: 0 } } }], mode: "subset" },
        { tools: ["b", "a"], mode: "superset" },
        { tools: ["a", "a"], mode: "superset" },
      ],
      fails: [
        ["b", "b"],
        ["b", { tool: "a", args: { n: 1 } }],
        { tools: ["b", "a", "b"], mode: "in_order" },
        { tools: ["a", "b"], mode: "exact" },
        { tools: ["a", "a", "b"], mode: "exact" },
        { tools: ["a", "b"], mode: "unordered" },
        { tools: ["a", "b", "c"], mode: "unordered" },
        {
          tools: [{ tool: "a", args: { n: 1 } }, { tool: "a", args: { n: 1 } }, "b"],
          mode: "unordered",
        },
        { tools: ["a", "c"], mode: "subset" },
        { tools: [{ tool: "a", args: { n: 1 } }, "b"], mode: "subset" },
        { tools: ["a", "c"], mode: "superset" },
        { tools: ["a", "a", "a"], mode: "superset" },
      ],
    },
    {
      trial: { calls: [made("a"), { ...made("b"), isError: true, isOffered: false }] },
      passes: [["a"], { tools: ["a"], mode: "superset" }, ["a", { tool: "b", error: true }]],
      fails: [
        ["a", "b"],
        { tools: ["a", "b"], mode: "exact" },
        { tools: ["a", "b"], mode: "unordered" },
        { tools: ["a", "b"], mode: "subset" },
        { tools: ["a", "b"], mode: "superset" },
      ],
    },
    { trial: { calls: [] }, passes: [{ tools: ["a"], mode: "subset" }], fails: [["a"]] },
  ],
  refused: [
    [],
    { tools: [] },
    [""],
    { tools: ["a", { tool: "" }], mode: "exact" },
    { tools: ["a", "*"], mode: "subset" },
  ],
  prepare(value, reader) {
    const long = isJsonObject(value);
    const items = listOf(long ? value["tools"] : value);
    const path = long ? ["tools"] : [];
    if (items.length === 0) reader.nothingToCheck(path, "the list of tools is empty");
    const read = items.map((item, index) => readCallPattern(item, [...path, index], reader));
    const patterns = read.filter((pattern) => pattern !== undefined);
    if (patterns.length === 0 || patterns.length < read.length) return undefined;
    const mode = modeOf(long ? value["mode"] : undefined);
    if (mode === "subset" && patterns.some(({ tool, terms }) => tool === "*" && terms === "")) {
      reader.nothingToCheck(path, "every call is among these");
      return undefined;
    }
    return {
      type: "decidable",
      assess({ calls }) {
        const ordering = orderModes[mode](patterns, calls);
        const names = calls.map(({ tool }) => tool).join(", ");
        const wanted = patterns.map(patternText).join(", ");
        if (ordering.holds) return { pass: true, message: `${mode}: ${names || "no calls"}` };
        return {
          pass: false,
          message: `expected ${orderWords[mode]} ${wanted}; the calls were ${names || "none"}`,
          details: callTable(
            patterns.map((pattern, index) => ({
              pattern,
              note: noteOf(mode, ordering.callOf[index]),
            })),
            calls,
            (_, index) => (ordering.surplus.has(index) ? "not expected" : ""),
          ),
        };
      },
    };
  },
};

const orderWords: Readonly<Record<OrderMode, string>> = {
  exact: "exactly",
  in_order: "in this order",
  unordered: "in any order exactly",
  subset: "no other calls than",
  superset: "each of",
};

function noteOf(mode: OrderMode, index: number | undefined): string {
  if (index !== undefined) return `call ${index + 1}`;
  return mode === "subset" ? "allowed" : "missing";
}

function modeOf(value: JsonValue | undefined): OrderMode {
  const known = Object.keys(orderModes).find((mode): mode is OrderMode => mode === value);
  return known ?? "in_order";
}
