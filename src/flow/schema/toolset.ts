import type { JsonObject } from "../../core/json.ts";
import { conditional } from "./conditional.ts";

/** A tool as editors offer it. */
export interface OfferedTool {
  readonly name: string;
  /** What it does, for hovers. */
  readonly summary: string;
  /** What a toolset may preset; undefined for a tool that nothing executes, which takes anything. */
  readonly optionNames: readonly string[] | undefined;
}

/** One tool can be named by itself instead of in a list. */
export const needsTools: JsonObject = {
  anyOf: [
    { required: ["toolset"], properties: { toolset: {} } },
    { required: ["tool_name"], properties: { tool_name: {} } },
  ],
};

/** `toolset` and `tool_name`: known tools are offered with their options, and any other name is taken. */
export function toolsetDefinitions(tools: readonly OfferedTool[]): JsonObject {
  return {
    toolset: {
      anyOf: [
        { type: "array", items: { $ref: "#/$defs/toolsetEntry" } },
        // The service goes through the keys of a mapping, and through a text letter by letter.
        { type: "object", propertyNames: { $ref: "#/$defs/toolName" } },
        { type: "string" },
      ],
    },
    stepToolset: {
      anyOf: [
        { type: "array", minItems: 1, items: { $ref: "#/$defs/toolsetEntry" } },
        { type: "object", minProperties: 1, propertyNames: { $ref: "#/$defs/toolName" } },
      ],
    },
    // The service skips entries that are neither names nor mappings.
    toolsetEntry: conditional(
      { type: "object" },
      { $ref: "#/$defs/toolPresets" },
      { $ref: "#/$defs/toolName" },
    ),
    toolName: {
      anyOf: [...tools.map(({ name, summary }) => ({ const: name, description: summary })), {}],
    },
    toolPresets: {
      type: "object",
      description: "Tools with arguments that are preset, and that the model cannot choose.",
      properties: Object.fromEntries(tools.map((tool) => [tool.name, presetsOf(tool)])),
    },
    presetValue: {
      description: "A scalar, or a list or mapping of scalars.",
      anyOf: [
        { type: ["string", "null"] },
        { type: "number" },
        { type: "boolean" },
        { type: "array", items: { $ref: "#/$defs/presetScalar" } },
        { type: "object", additionalProperties: { $ref: "#/$defs/presetScalar" } },
      ],
    },
    presetScalar: {
      anyOf: [{ type: ["string", "null"] }, { type: "number" }, { type: "boolean" }],
    },
  };
}

function presetsOf({ summary, optionNames }: OfferedTool): JsonObject {
  if (optionNames === undefined) return { description: summary };
  if (optionNames.length === 0) return { $ref: "#/$defs/empty", description: summary };
  return {
    description: summary,
    anyOf: [
      {
        type: "object",
        propertyNames: { enum: optionNames },
        additionalProperties: { $ref: "#/$defs/presetValue" },
      },
      { $ref: "#/$defs/empty" },
    ],
  };
}
