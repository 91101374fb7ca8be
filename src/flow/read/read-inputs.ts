import type { IOKey, StateTarget } from "../model/io-key.ts";
import { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { readIOKey } from "./read-io-key.ts";

/** Whose inputs are read, and which parts of the state it may read; all of them by default. */
export interface InputsOptions {
  readonly owner: string;
  readonly targets?: readonly StateTarget[];
  /** Whether null counts as absent. */
  readonly nullable?: boolean;
}

/** The inputs of a component, without those that cannot be read; what is wrong is reported. */
export function readInputs(
  component: ConfigNode,
  { owner, targets, nullable }: InputsOptions,
): readonly IOKey[] {
  const inputs = component.child("inputs");
  if (!inputs.exists || (nullable === true && inputs.value === null)) return [];
  if (typeof inputs.value === "string") return readLetters(inputs, owner);
  const items = iterated(inputs);
  if (items === undefined) {
    const message = `"inputs" of ${owner} must be a list, not ${describeValue(inputs.value)}`;
    inputs.report({ rule: "E67", message, hint: 'remove it for none, or write "- context:goal"' });
  }
  return (items ?? []).flatMap((item) => {
    const key = readIOKey(item, owner);
    if (key?.target === undefined || targets?.includes(key.target) !== false) return key ?? [];
    const message = `${owner} may not read "${key.target}"`;
    item.report({ rule: "E72", message, hint: `only ${targets.join(" and ")}` });
    return [key];
  });
}

/** Python takes a text letter by letter, and no letter is an input. */
function readLetters(inputs: ConfigNode, owner: string): readonly IOKey[] {
  if (inputs.value === "") return [];
  const message = `"inputs" of ${owner} must be a list, not ${describeValue(inputs.value)}`;
  inputs.report({ rule: "E69", message, hint: 'begin each input with "- "' });
  return [];
}

/** What Python's `for` gives: also the keys of a mapping. */
function iterated(inputs: ConfigNode): readonly ConfigNode[] | undefined {
  if (inputs.dict !== undefined) {
    return inputs.entries().map(({ key, node }) => new ConfigNode(inputs.source, key, node.at));
  }
  return Array.isArray(inputs.value) ? inputs.items() : undefined;
}
