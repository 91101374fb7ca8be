import { pyTruthy } from "../../core/python/py-truthy.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import {
  type Flow,
  type FlowEnvironment,
  flowEnvironments,
  type FlowVersion,
} from "../model/flow.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
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

const versions: readonly FlowVersion[] = ["v1", "experimental"];

function readVersion(root: ConfigNode): FlowVersion {
  const node = root.child("version");
  const version = versions.find((known) => known === node.value);
  if (version !== undefined) return version;
  if (root.dict === undefined) return "v1";
  if (node.value === undefined || !pyTruthy(node.value)) {
    const message = node.exists ? `the flow's "version" is empty` : `the flow has no "version"`;
    node.report({ rule: "E03", message, hint: 'write "version: v1"' });
  } else {
    const message = `unknown flow version ${describeValue(node.value)}`;
    node.report({ rule: "E05", message, hint: 'use "v1", or "experimental"' });
  }
  return "v1";
}

function readEnvironment(root: ConfigNode, version: FlowVersion): string {
  const node = root.child("environment");
  const { value } = node;
  if (root.dict === undefined) return "ambient";
  if (value === undefined || !pyTruthy(value)) {
    const message = node.exists
      ? `the flow's "environment" is empty`
      : `the flow has no "environment"`;
    node.report({ rule: "E04", message, hint: `one of: ${flowEnvironments.join(", ")}` });
    return "ambient";
  }
  if (typeof value === "string" && (version === "experimental" || isEnvironment(value)))
    return value;
  const message = `unknown environment ${describeValue(value)}`;
  const text = typeof value === "string" ? value : "";
  node.report({ rule: "E11", message, hint: didYouMean(text, flowEnvironments) });
  return "ambient";
}

function isEnvironment(text: string): text is FlowEnvironment {
  return flowEnvironments.some((known) => known === text);
}
