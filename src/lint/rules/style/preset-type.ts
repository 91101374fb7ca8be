import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import type { KnownTool } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const presetType: LintRule = {
  id: "preset-type",
  origin: "style",
  severity: "warning",
  codes: ["L24"],
  docs: {
    summary: "requires presets of a tool to be values that its parameters take",
    rationale:
      'The presets in a toolset replace what the model has sent after its arguments were validated, so that nobody looks at their kind any more. The tool gets them as they are written: a value of another kind may make it fail, and the text `"false"` is true to Python.',
    repair: "write the value in the kind that the parameter has",
  },
  check(input) {
    const { flow, knowledge } = input;
    return flow.components.flatMap((component) => {
      return component.toolset.flatMap(({ tool, options, at }) => {
        const known = knowledge.tool?.(tool);
        if (options === undefined || known === undefined || !isSound(input, at)) return [];
        return Object.entries(options).flatMap(([key, value]) => {
          const schema = schemaOf(known, key);
          if (schema === undefined || takes(schema, value)) return [];
          const message = `the preset "${key}" of the tool "${tool}" must be ${describe(schema)}, not ${shown(value)}`;
          return [{ ...spotOf(flow, [...at, key]), code: "L24", message }];
        });
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - submit_mr_review:
          merge_request_iid: first
          summary_internal: "false"
          verdict: approved
          summary: [Well done]
          comments: none
`,
        reports: [
          ["L24", 8],
          ["L24", 9],
          ["L24", 10],
          ["L24", 11],
          ["L24", 12],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - submit_mr_review:
          project_id: 7
          summary_internal: false
          verdict: reviewed
          summary: Well done
          comments: []
      - get_issue: { project_id: group/project, issue_iid: "7" }
`,
      },
    ],
  },
};

/** Presets are called like the service's fields, which for some tools are not the names of the arguments. */
function schemaOf({ inputSchema }: KnownTool, key: string): JsonObject | undefined {
  const properties = inputSchema?.["properties"];
  if (!isJsonObject(properties)) return undefined;
  const camel = key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const schema = properties[key] ?? properties[camel];
  return isJsonObject(schema) ? schema : undefined;
}

/** The kinds of value that a parameter may have, but for null. */
function formsOf(schema: JsonObject): readonly JsonObject[] {
  const { anyOf } = schema;
  const forms = Array.isArray(anyOf) ? anyOf.filter(isJsonObject) : [schema];
  return forms.filter(({ type }) => type !== "null");
}

function takes(schema: JsonObject, value: JsonValue): boolean {
  return value === null || formsOf(schema).some((form) => isOfForm(form, value));
}

/** A number as a text will do. */
function isOfForm({ type, enum: choices }: JsonObject, value: JsonValue): boolean {
  if (Array.isArray(choices)) return choices.includes(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  if (type === "string" || type === "boolean") return typeof value === type;
  if (type !== "integer" && type !== "number") return true;
  const isText = typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value);
  const isNumber = isText || typeof value === "number";
  return isNumber && (type === "number" || Number.isInteger(Number(value)));
}

const words: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ["array", "a list"],
  ["boolean", "true or false"],
  ["integer", "a whole number"],
  ["number", "a number"],
  ["object", "a mapping"],
  ["string", "a text"],
]);

function describe(schema: JsonObject): string {
  const forms = formsOf(schema).map(({ type, enum: choices }) => {
    if (!Array.isArray(choices)) return words.get(type) ?? "something else";
    return choices.map((each) => JSON.stringify(each)).join(" or ");
  });
  return forms.join(" or ");
}

function shown(value: JsonValue): string {
  if (Array.isArray(value)) return "a list";
  return isJsonObject(value) ? "a mapping" : JSON.stringify(value);
}
