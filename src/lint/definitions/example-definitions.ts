import {
  type FlowKnowledge,
  lockFileName,
  type RegisteredFlow,
  yamlDefinitions,
} from "../../flow/index.ts";
import { flowIdentity } from "../change/flow-identity.ts";
import { completeExample } from "../rule/complete-example.ts";
import type { GoodExample } from "../rule/rule-example.ts";
import { createFlowShelf } from "./flow-shelf.ts";
import type { KnownDefinitions } from "./known-definitions.ts";

/** Whether a path of an example is one of definitions, whose text is the whole file. */
export function isDefinitionsPath(path: string): boolean {
  return path.endsWith("definitions.yml");
}

/** What is registered in the repository of an example; undefined where the example does not say. */
export function exampleDefinitions(
  example: GoodExample,
  knowledge: FlowKnowledge,
): KnownDefinitions | undefined {
  const { path = "flow.yml", yaml, beside = {} } = example;
  const own = isDefinitionsPath(path) ? yaml : completeExample(example);
  const files = Object.entries({ ...beside, [path]: own });
  const definitions = files.filter(([name]) => isDefinitionsPath(name));
  const lock = files.find(([name]) => name.endsWith(lockFileName));
  if (definitions.length === 0 && lock === undefined) return undefined;
  const texts = new Map(
    files.flatMap(([name, text]): readonly [string, string][] => {
      if (flowIdentity(name) === undefined) return [];
      return [[name, name === path ? text : completeExample({ yaml: text })]];
    }),
  );
  return {
    files: definitions.map(([name, text]) => yamlDefinitions(text, name)),
    flows: createFlowShelf([...texts.keys()].flatMap(registered), { texts, knowledge }),
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- examples are ours
    lock: lock === undefined ? undefined : JSON.parse(lock[1]),
  };
}

function registered(path: string): readonly RegisteredFlow[] {
  const identity = flowIdentity(path);
  if (identity === undefined) return [];
  const { reference, version, experimental } = identity;
  return [{ reference, version, format: experimental ? "experimental" : "v1", path }];
}
