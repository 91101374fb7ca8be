import { attributeNames } from "../attribute-names.ts";
import type { DefinitionKind } from "../definition.ts";
import type { RubyHash } from "./ruby-literals.ts";

/** Names that hashes of other things have as well, and that say little by themselves. */
const common: ReadonlySet<string> = new Set([
  "avatar",
  "description",
  "environment",
  "id",
  "name",
  "public",
  "reference",
  "tools",
  "triggers",
  "version",
  "visibility",
]);

/** What a hash defines, judged by its keys; undefined for other hashes. */
export function definitionKind({ entries }: RubyHash): DefinitionKind | undefined {
  const keys = entries.map(({ key }) => key);
  if (keys.includes("foundational_flow_reference")) return "flow";
  const [agent, flow] = [telling("agent", keys), telling("flow", keys)];
  if (flow.strong > agent.strong) return flow.strong >= 2 ? "flow" : undefined;
  const named = keys.includes("reference");
  if (named && (agent.strong > 0 || agent.all >= 3)) return "agent";
  return agent.strong > 0 && agent.all >= 4 ? "agent" : undefined;
}

interface Telling {
  /** How many keys are attributes. */
  readonly all: number;
  /** How many of these hardly anything else has. */
  readonly strong: number;
}

function telling(kind: DefinitionKind, keys: readonly string[]): Telling {
  const known = keys.filter((key) => attributeNames[kind].includes(key));
  return { all: known.length, strong: known.filter((key) => !common.has(key)).length };
}
