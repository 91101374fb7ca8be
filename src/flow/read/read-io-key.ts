import { didYouMean } from "../../core/text/suggest.ts";
import { type IOKey, type StateKey, type StateTarget, stateTargets } from "../model/io-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue, quoteValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";
import { laxBoolean } from "./lax-scalar.ts";

const nestedTargets: ReadonlySet<StateTarget> = new Set([
  "context",
  "conversation_history",
  "agent_context_limits",
]);

/** Reads an input in either form, `context:goal` or a mapping with `from`; undefined, and reported, where it is wrong. */
export function readIOKey(node: ConfigNode, owner: string): IOKey | undefined {
  const { value } = node;
  if (typeof value === "string") return readStateKey(node, { owner, form: "text", from: value });
  if (node.dict !== undefined) return readMapping(node, owner);
  const message = `an input of ${owner} must be a text or a mapping, not ${describeValue(node.value)}`;
  node.report({
    rule: "E67",
    message,
    hint: 'write "context:goal", or a mapping with "from" and "as"',
  });
  return undefined;
}

interface KeyOptions {
  readonly owner: string;
  readonly form: StateKey["form"];
  readonly from: string;
  readonly alias?: string | undefined;
  readonly optional?: boolean;
}

function readMapping(node: ConfigNode, owner: string): IOKey | undefined {
  const fields = new FieldReader(node, {
    owner: `an input of ${owner}`,
    missing: "E68",
    wrong: "E68",
  });
  const before = node.source.problems.length;
  const from = fields.text("from");
  const alias = fields.optionalText("as");
  const literal = optionalFlag(fields, "literal");
  const optional = optionalFlag(fields, "optional");
  if (node.source.problems.length > before) return undefined;
  if (!literal) return readStateKey(node, { owner, form: "mapping", from, alias, optional });
  if (alias !== undefined && alias.trim() !== "") {
    return { ...node.located, literal: from, variable: alias, optional };
  }
  const message = `the literal ${quoteValue(from)} of ${owner} has no name`;
  node.report({ rule: "E71", message, hint: 'give it one with "as"' });
  return undefined;
}

/** Null counts as false here, unlike in a component's own fields. */
function optionalFlag(fields: FieldReader, key: string): boolean {
  const field = fields.node.child(key);
  if (field.value === undefined || field.value === null) return false;
  const value = laxBoolean(field.value);
  if (value === undefined) fields.wrong(field, "true or false");
  return value ?? false;
}

function readStateKey(node: ConfigNode, options: KeyOptions): StateKey | undefined {
  const { owner, form, from, alias, optional = false } = options;
  const text = form === "mapping" ? node.child("from") : node;
  const colon = from.indexOf(":");
  const name = colon < 0 ? from : from.slice(0, colon);
  const rest = colon < 0 ? "" : from.slice(colon + 1);
  const target = stateTargets.find((known) => known === name);
  if (target === undefined) {
    const message = `${owner} reads ${quoteValue(from)}, but ${quoteValue(name)} is not a part of the state`;
    text.report({ rule: "E69", message, hint: didYouMean(name, stateTargets) });
    return undefined;
  }
  if (rest !== "" && !nestedTargets.has(target)) {
    const message = `${owner} reads ${quoteValue(from)}, but there is nothing below "${target}"`;
    text.report({ rule: "E70", message, hint: `write "${target}"` });
    return undefined;
  }
  const path = rest === "" ? [] : rest.split(".");
  const variable = alias !== undefined && alias !== "" ? alias : (path.at(-1) ?? target);
  return { ...node.located, target, path, variable, optional, from, form };
}
