import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { toJson } from "../../../core/python/convert.ts";
import { findComponent, findResponseSchema, type Flow } from "../../../flow/index.ts";
import { misfits } from "../../../tools/index.ts";
import { outputPath } from "../../check/output-path.ts";

/** Why what an `output` check wants never stands at its path; undefined where it can. */
export function outputMisfit(value: JsonValue, flow: Flow): string | undefined {
  if (!isJsonObject(value) || typeof value["path"] !== "string") return undefined;
  const [name = "", ...keys] = outputPath(value["path"]) ?? [];
  const known = knownOutput(flow, name, keys);
  if (known === undefined) return undefined;
  const wanted = ["equals", "matches"].flatMap((key) => {
    const spec = value[key];
    if (spec === undefined) return [];
    // Of a map that is wanted as it is, each part has to be possible.
    return [key === "equals" && !isPlainMap(spec) ? { $equals: spec } : spec];
  });
  const [first] = wanted.flatMap((spec) => misfits(spec, known));
  if (first === undefined) return undefined;
  const inner = first.path.filter((key) => typeof key === "number" || !key.startsWith("$"));
  return `${[name, ...keys, ...inner].join(".")}: ${first.message}`;
}

function isPlainMap(spec: JsonValue): boolean {
  return isJsonObject(spec) && !Object.keys(spec).some((key) => key.startsWith("$"));
}

interface KnownOutput {
  readonly schema: JsonValue;
  readonly root: JsonObject;
}

const ends: readonly string[] = ["success", "failed"];

/** The schema of what stands at a path below a component; undefined where nobody says. */
function knownOutput(flow: Flow, name: string, keys: readonly string[]): KnownOutput | undefined {
  const component = findComponent(flow, name);
  const [key, ...fields] = keys;
  if (component?.type === "DeterministicStepComponent" && key === "execution_result") {
    return fields.length > 0 ? undefined : { schema: { enum: ends }, root: {} };
  }
  if (component?.type !== "AgentComponent" || key !== "final_answer") return undefined;
  const { responseSchemaId: id } = component;
  if (id === undefined) {
    return fields.length > 0 ? undefined : { schema: { type: "string" }, root: {} };
  }
  const entry = findResponseSchema(flow, id);
  const root = entry === undefined ? undefined : toJson(entry.definition);
  if (!isJsonObject(root)) return undefined;
  const schema = fields.reduce(fieldOf, root);
  return schema === undefined ? undefined : { schema, root };
}

function fieldOf(schema: JsonValue | undefined, field: string): JsonValue | undefined {
  if (!isJsonObject(schema)) return undefined;
  if (/^\d+$/u.test(field)) return schema["items"];
  const { properties } = schema;
  return isJsonObject(properties) && Object.hasOwn(properties, field)
    ? properties[field]
    : undefined;
}
