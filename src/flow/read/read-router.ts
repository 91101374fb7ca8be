import type { IOKey } from "../model/io-key.ts";
import type { FlowRouter, Route } from "../model/router.ts";
import { adviceOn } from "./absent-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { readIOKey } from "./read-io-key.ts";

/** One entry of `routers`; undefined, and reported, where it leads nowhere. */
export function readRouter(node: ConfigNode, number: number): FlowRouter | undefined {
  const from = readFrom(node, number);
  const owner = from === undefined ? `router ${number}` : `the router from "${from}"`;
  const condition = node.child("condition");
  if (!condition.exists) {
    const to = node.child("to").exists
      ? readTarget(node.child("to"), owner)
      : noTarget(node, owner);
    if (from === undefined || to === undefined) return undefined;
    return { ...node.located, type: "simple", from, to };
  }
  const routes = readRoutes(condition, owner);
  const input = readConditionInput(condition, owner);
  if (from === undefined || input === undefined || routes === undefined) return undefined;
  return { ...node.located, type: "conditional", from, input, routes };
}

function readFrom(node: ConfigNode, number: number): string | undefined {
  const from = node.child("from");
  if (typeof from.value === "string") return from.value;
  if (from.exists) {
    const message = `router ${number} starts from ${describeValue(from.value)}, which is no component`;
    from.report({ rule: "E101", message, hint: "name one component" });
  } else {
    const message = `router ${number} has no "from"`;
    node.report({ rule: "E100", message, hint: adviceOn(node, "from") });
  }
  return undefined;
}

/** Where `to` or a route leads, as far as that is a name at all. */
function readTarget(to: ConfigNode, owner: string): string | undefined {
  if (typeof to.value === "string") return to.value;
  const message = `${owner} goes to ${describeValue(to.value)}, which is no component`;
  to.report({ rule: "E103", message, hint: "name one component, end or abort" });
  return undefined;
}

function noTarget(node: ConfigNode, owner: string): undefined {
  const hint = adviceOn(
    node,
    "condition",
    adviceOn(node, "to", 'add "to" with a component, end or abort'),
  );
  node.report({ rule: "E102", message: `${owner} has neither "to" nor "condition"`, hint });
  return undefined;
}

function readRoutes(condition: ConfigNode, owner: string): readonly Route[] | undefined {
  const routes = condition.child("routes");
  if (routes.dict === undefined) {
    const message = `the condition of ${owner} has no "routes" mapping`;
    const advice = 'write "routes:" and below it a value and a component for each way';
    const hint = adviceOn(condition, "routes", advice);
    (routes.exists ? routes : condition).report({ rule: "E105", message, hint });
    return undefined;
  }
  return routes.entries().flatMap(({ key, node }) => {
    const kind = node.keyKind;
    // Pydantic reads `1.0` as the number 1, but has nothing to make of 1.5 or null.
    const fraction = kind === "float" && !Number.isInteger(Number(key));
    if (fraction || kind === "null" || kind === "timestamp") {
      const message = `a route of ${owner} has the key ${key}, which is not a text`;
      node.reportKey({ rule: "E110", message, hint: `write "${key}" in quotes` });
    }
    const to = readTarget(node, owner);
    return to === undefined ? [] : [{ ...node.located, key, matches: kind === undefined, to }];
  });
}

function readConditionInput(condition: ConfigNode, owner: string): IOKey | undefined {
  const input = condition.child("input");
  if (!input.exists) {
    if (condition.dict === undefined) return undefined;
    const message = `the condition of ${owner} has no "input"`;
    condition.report({
      rule: "E106",
      message,
      hint: adviceOn(condition, "input", 'write what it reads, such as "input: context:goal"'),
    });
    return undefined;
  }
  const mayBeMapping = input.source.version === "v1";
  if (typeof input.value !== "string" && !(mayBeMapping && input.dict !== undefined)) {
    const wanted = mayBeMapping ? "a text or a mapping" : "a text in an experimental flow";
    const message = `the input of ${owner} must be ${wanted}, not ${describeValue(input.value)}`;
    input.report({ rule: "E107", message, hint: 'write what it reads: "context:…" or "status"' });
    return undefined;
  }
  const key = readIOKey(input, owner);
  if (key === undefined) return undefined;
  // The service compares a literal's text with the names of the targets.
  const target = key.target ?? key.literal;
  if (target === "context" || target === "status") return key;
  const message = `${owner} decides by "${target}"`;
  input.report({ rule: "E109", message, hint: "a condition reads context or status" });
  return undefined;
}
