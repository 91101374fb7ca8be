import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import type { Flow } from "../../src/flow/index.ts";
import type { ToolCatalog } from "../../src/tools/index.ts";
import { sampleValue } from "./sample-value.ts";

/** A call of a tool that the script of a first suite makes. */
export interface FirstCall {
  readonly tool: string;
  readonly args: JsonObject;
  /** Whether every agent of the flow has the tool. */
  readonly isEverybodys: boolean;
}

/** Of tools of which none can be called by a script, trying more does not help. */
const maxCalls = 3;

/** Calls that agents of a flow could make, with made up arguments; those that only read come first. */
export function firstCalls(flow: Flow, catalog: ToolCatalog): readonly FirstCall[] {
  const agents = flow.components.filter(({ type }) => type === "AgentComponent");
  const names = new Set(agents.flatMap(({ toolset }) => toolset.map(({ tool }) => tool)));
  const known = [...names].flatMap((name) => catalog.tool(name) ?? []);
  const reading = known.filter(({ effect }) => effect?.startsWith("read") === true);
  const others = known.filter((tool) => !reading.includes(tool));
  return [...reading, ...others].slice(0, maxCalls).map(({ name, inputSchema, needsOneOf }) => {
    // A call needs what its schema requires, and one of the sets of which any will do.
    const { properties, required } = inputSchema;
    const needed = [
      ...(Array.isArray(required) ? required.map(String) : []),
      ...(needsOneOf[0] ?? []),
    ];
    const all = isJsonObject(properties) ? properties : {};
    const args = Object.fromEntries(
      [...new Set(needed)].map((key) => [key, sampleArgument(key, all[key])]),
    );
    const isEverybodys = agents.every(({ toolset }) => toolset.some(({ tool }) => tool === name));
    return { tool: name, args, isEverybodys };
  });
}

/** A default mostly says that nothing is given; here something is. */
function sampleArgument(key: string, schema: JsonValue | undefined): JsonValue {
  if (key === "url") return sampleValue({ format: "uri" });
  if (!isJsonObject(schema)) return sampleValue(schema);
  const { default: _, ...others } = schema;
  return sampleValue(others);
}
