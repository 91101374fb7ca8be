import { pyTruthy } from "../../core/python/py-truthy.ts";
import { didYouMean, suggest } from "../../core/text/suggest.ts";
import {
  type Flow,
  type FlowEnvironment,
  flowEnvironments,
  type FlowVersion,
} from "../model/flow.ts";
import type { FlowRule } from "../problem/flow-rule.ts";
import { adviceOn } from "./absent-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { quoteValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";

type Header = Pick<
  Flow,
  "version" | "environment" | "declaredEnvironment" | "name" | "description" | "productGroup"
>;

/** What a flow says about itself, before its parts. */
export function readHeader(root: ConfigNode): Header {
  const fields = new FieldReader(root, { owner: "the flow", missing: "E13", wrong: "E13" });
  const version = readVersion(root);
  const declaredEnvironment = readEnvironment(root, version);
  const environment = flowEnvironments.find((known) => known === declaredEnvironment) ?? "ambient";
  fields.optionalText("resolved_version");
  return {
    version,
    environment,
    declaredEnvironment,
    name: fields.optionalText("name"),
    description: fields.optionalText("description"),
    productGroup: fields.optionalText("product_group"),
  };
}

interface AbsentKey {
  readonly key: string;
  readonly rule: FlowRule;
  readonly hint: string;
}

/** Says that a key is not there, or that there is nothing behind it. */
function reportAbsent(root: ConfigNode, { key, rule, hint }: AbsentKey): void {
  const node = root.child(key);
  if (node.exists) {
    node.report({ rule, message: `the flow's "${key}" is empty`, hint });
    return;
  }
  root.report({ rule, message: `the flow has no "${key}"`, hint: adviceOn(root, key, hint) });
}

const versions: readonly FlowVersion[] = ["v1", "experimental"];

function readVersion(root: ConfigNode): FlowVersion {
  const node = root.child("version");
  const version = versions.find((known) => known === node.value);
  if (version !== undefined) return version;
  if (root.dict === undefined) return "v1";
  if (node.value === undefined || !pyTruthy(node.value)) {
    reportAbsent(root, { key: "version", rule: "E03", hint: 'write "version: v1"' });
  } else {
    const message = `unknown flow version ${quoteValue(node.value)}`;
    node.report({ rule: "E05", message, hint: 'write "version: v1"' });
  }
  return "v1";
}

function readEnvironment(root: ConfigNode, version: FlowVersion): string {
  const node = root.child("environment");
  const { value } = node;
  if (root.dict === undefined) return "ambient";
  if (value === undefined || !pyTruthy(value)) {
    const hint = `add "environment", one of: ${flowEnvironments.join(", ")}`;
    reportAbsent(root, { key: "environment", rule: "E04", hint });
    return "ambient";
  }
  if (typeof value === "string" && (version === "experimental" || isEnvironment(value)))
    return value;
  const message = `unknown environment ${quoteValue(value)}`;
  const text = typeof value === "string" ? value : "";
  const meant = otherNames.get(text);
  const hint =
    meant === undefined
      ? didYouMean(text, flowEnvironments)
      : `write "environment: ${meant}"; ${whyRefused(text)}`;
  node.report({ rule: "E11", message, hint });
  // What is near to it is likely meant, and decides what else is asked of the flow.
  return suggest(text, flowEnvironments) ?? meant ?? "ambient";
}

function whyRefused(text: string): string {
  return text === "web"
    ? `GitLab's guide prints "web", which its validator refuses`
    : `"${text}" is one of experimental flows`;
}

/** What GitLab calls the environments elsewhere, also in examples of flows. */
const otherNames: ReadonlyMap<string, FlowEnvironment> = new Map([
  ["ide", "chat"],
  ["local", "ambient"],
  ["platform", "ambient"],
  ["remote", "ambient"],
  ["web", "ambient"],
]);

function isEnvironment(text: string): text is FlowEnvironment {
  return flowEnvironments.some((known) => known === text);
}
