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

/** The inputs of a component, without those that are wrong, which are reported. */
export function readInputs(
  component: ConfigNode,
  { owner, targets, nullable }: InputsOptions,
): readonly IOKey[] {
  const inputs = component.child("inputs");
  if (!inputs.exists || (nullable === true && inputs.value === null)) return [];
  const items = iterated(inputs);
  if (items === undefined) {
    const message = `"inputs" of ${owner} must be a list, not ${describeValue(inputs.value)}`;
    inputs.report({ rule: "E67", message });
  }
  return (items ?? []).flatMap((item) => {
    const key = readIOKey(item, owner);
    if (key?.target === undefined || targets?.includes(key.target) !== false) return key ?? [];
    const message = `${owner} may not read "${key.target}"`;
    item.report({ rule: "E72", message, hint: `only ${targets.join(" and ")}` });
    return [];
  });
}

/** What Python's `for` gives: also the characters of a text and the keys of a mapping. */
function iterated(inputs: ConfigNode): readonly ConfigNode[] | undefined {
  if (typeof inputs.value === "string") {
    // No letter is an input, and the first says so for all of them.
    const letters = inputs.value === "" ? [] : [inputs.value.charAt(0)];
    return letters.map((letter) => new ConfigNode(inputs.source, letter, inputs.at));
  }
  if (inputs.dict !== undefined) {
    return inputs.entries().map(({ key, node }) => new ConfigNode(inputs.source, key, node.at));
  }
  return Array.isArray(inputs.value) ? inputs.items() : undefined;
}
