import type { MaxCycles } from "../model/agent-component.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { laxInteger } from "./lax-scalar.ts";

const defaultThreshold = 280;
const largestOffset = 10;

/** `max_cycles` of an agent: a number, or a mapping with a threshold and when to warn before it. */
export function readMaxCycles(component: ConfigNode, owner: string): MaxCycles {
  const node = component.child("max_cycles");
  if (!node.exists) return withDefaultOffset(defaultThreshold);
  const isMapping = node.dict !== undefined && node.source.version === "v1";
  return isMapping ? readMapping(node, owner) : readNumber(component, owner);
}

function withDefaultOffset(threshold: number): MaxCycles {
  return { threshold, warningOffset: Math.min(largestOffset, threshold - 1) };
}

function readNumber(component: ConfigNode, owner: string): MaxCycles {
  const node = component.child("max_cycles");
  const threshold = node.value === undefined ? undefined : laxInteger(node.value);
  if (threshold === undefined) {
    const fields = new FieldReader(component, { owner, missing: "E60", wrong: "E61" });
    const wanted = node.source.version === "v1" ? "a whole number or a mapping" : "a whole number";
    fields.wrong(node, wanted);
    return withDefaultOffset(defaultThreshold);
  }
  return withDefaultOffset(checkedThreshold(node, threshold, owner));
}

function checkedThreshold(node: ConfigNode, threshold: number, owner: string): number {
  if (threshold >= 1) return threshold;
  const message = `"max_cycles" of ${owner} must be at least 1, not ${threshold}`;
  node.report({ rule: "E63", message, hint: "leave it out for 280" });
  return 1;
}

function readMapping(node: ConfigNode, owner: string): MaxCycles {
  const fields = new FieldReader(node, {
    owner: `"max_cycles" of ${owner}`,
    missing: "E60",
    wrong: "E61",
  });
  const written = fields.optionalInteger("threshold", false);
  if (!node.child("threshold").exists) fields.missing("threshold");
  if (written === undefined) return withDefaultOffset(defaultThreshold);
  const threshold = checkedThreshold(node.child("threshold"), written, owner);
  const offsetNode = node.child("iteration_warning_offset");
  const warningOffset = fields.optionalInteger("iteration_warning_offset");
  if (!offsetNode.exists) return withDefaultOffset(threshold);
  if (warningOffset !== undefined && (warningOffset < 0 || warningOffset >= threshold)) {
    const message = `"iteration_warning_offset" of ${owner} must be from 0 to ${threshold - 1}, not ${warningOffset}`;
    offsetNode.report({ rule: "E64", message, hint: "it counts back from the threshold" });
  }
  return { threshold, warningOffset };
}
