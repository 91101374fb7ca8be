import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { componentTypes, type FlowComponent } from "../model/component.ts";
import { adviceOn } from "./absent-key.ts";
import { type ComponentSource, componentSource } from "./component-fields.ts";
import type { ConfigNode } from "./config-node.ts";
import { quoteValue } from "./describe-value.ts";
import { readAgent } from "./read-agent.ts";
import { readDeterministicStep } from "./read-deterministic-step.ts";
import { readHumanInput } from "./read-human-input.ts";
import { readOneOff } from "./read-one-off.ts";
import { readSubagents } from "./read-subagents.ts";
import { readToolset } from "./read-toolset.ts";

const readers: {
  readonly [type in FlowComponent["type"]]: (source: ComponentSource) => FlowComponent;
} = {
  AgentComponent: readAgent,
  OneOffComponent: readOneOff,
  DeterministicStepComponent: readDeterministicStep,
  HumanInputComponent: readHumanInput,
};

/** One entry of `components`; undefined, and reported, when its type cannot be known. */
export function readComponent(node: ConfigNode, number: number): FlowComponent | undefined {
  const { value: name } = node.child("name");
  const owner = typeof name === "string" ? `component "${name}"` : `component ${number}`;
  const source = componentSource(node, owner);
  for (const { key, node: entry } of node.entries()) {
    if (entry.keyKind === undefined) continue;
    const message = `the key "${key}" of ${owner} is not a text but ${entry.keyKind}`;
    entry.reportKey({ rule: "E59", message, hint: "put it in quotes" });
  }
  if (name === undefined) {
    const message = `${owner} has no "name"`;
    node.report({ rule: "E51", message, hint: adviceOn(node, "name") });
  }
  const type = readType(source);
  if (type !== "AgentComponent") readSubagents(node, owner);
  if (type !== undefined) return readers[type](source);
  readToolset(node, owner);
  return undefined;
}

function readType({ node, owner }: ComponentSource): FlowComponent["type"] | undefined {
  const type = node.child("type");
  const known = componentTypes.find((name) => name === type.value);
  if (known !== undefined) return known;
  if (!type.exists) {
    const message = `${owner} has no "type"`;
    const hint = adviceOn(node, "type", `add "type", one of: ${componentTypes.join(", ")}`);
    node.report({ rule: "E52", message, hint });
  } else {
    const message = `${owner} has the unknown type ${quoteValue(type.value)}`;
    const text = typeof type.value === "string" ? type.value : "";
    const rule = isPyDict(type.value) || isPyList(type.value) ? "E52" : "E53";
    type.report({ rule, message, hint: didYouMean(text, componentTypes) });
  }
  return undefined;
}
