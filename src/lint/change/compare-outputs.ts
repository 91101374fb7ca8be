import { pyEquals } from "../../core/python/py-equals.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import {
  findResponseSchema,
  type Flow,
  type FlowComponent,
  type NodePath,
} from "../../flow/index.ts";
import type { FlowDifference } from "./flow-difference.ts";

/** A component in both versions of a flow. */
export interface ComponentPair {
  readonly before: FlowComponent;
  readonly after: FlowComponent;
}

/** Deeper fields are compared as a whole. */
const maxDepth = 5;

/**
 * What callers get: the outputs of a component, by its type and its response schema. What is gone from a
 * component that ends the flow is gone from its answer.
 */
export function compareOutputs(
  [before, after]: readonly [before: Flow, after: Flow],
  pair: ComponentPair,
  isFinal: boolean,
): readonly FlowDifference[] {
  const { name, at, type } = pair.after;
  const lost = isFinal ? "major" : "patch";
  if (pair.before.type !== type) {
    const message = `component "${name}" is of type ${type}, so that its outputs are others`;
    return [{ step: lost, message, at: [...at, "type"] }];
  }
  const [old, now] = [answerOf(before, pair.before), answerOf(after, pair.after)];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) {
    const message = `the answer of component "${name}" is no text any more`;
    return [{ step: lost, message, at: [...at, "response_schema_id"] }];
  }
  if (now === undefined) {
    const message = `the answer of component "${name}" has no fields any more`;
    return [{ step: lost, message, at }];
  }
  if (old.fields === undefined || now.fields === undefined) {
    if (old.id === now.id) return [];
    const message = `component "${name}" answers by the response schema ${now.id}, not ${old.id}`;
    return [{ step: lost, message, at: [...at, "response_schema_id"] }];
  }
  return compareFields(old.fields, now.fields, { name, lost, at: now.at, path: [] });
}

interface Answer {
  readonly id: string;
  /** Undefined for a schema of a registry. */
  readonly fields: PyDict | undefined;
  readonly at: NodePath;
}

/** Undefined where the answer is a text. */
function answerOf(flow: Flow, component: FlowComponent): Answer | undefined {
  if (component.type !== "AgentComponent" || component.responseSchemaId === undefined) {
    return undefined;
  }
  const { responseSchemaId: id, responseSchemaVersion: version, at } = component;
  const entry = version === undefined ? findResponseSchema(flow, id) : undefined;
  if (entry === undefined) return { id, fields: undefined, at };
  return { id, fields: entry.definition, at: [...entry.at, "definition"] };
}

interface FieldPlace {
  readonly name: string;
  readonly lost: FlowDifference["step"];
  readonly at: NodePath;
  readonly path: readonly string[];
}

function compareFields(before: PyDict, after: PyDict, place: FieldPlace): FlowDifference[] {
  const { name, lost, at, path } = place;
  const [old, now] = [dictAt(before, "properties"), dictAt(after, "properties")];
  const differences: FlowDifference[] = [];
  const called = (key: string): string =>
    `field "${[...path, key].join(".")}" of component "${name}"`;
  for (const [key, field] of old) {
    const other = now.get(key);
    if (other === undefined) {
      differences.push({ step: lost, message: `${called(key)} is gone`, at });
    } else if (isPyDict(field) && isPyDict(other)) {
      const inside = { ...place, at: [...at, "properties", key], path: [...path, key] };
      differences.push(...compareField({ before: field, after: other }, called(key), inside));
    }
  }
  for (const key of now.keys()) {
    if (old.has(key)) continue;
    differences.push({
      step: "minor",
      message: `${called(key)} is new`,
      at: [...at, "properties", key],
    });
  }
  return differences;
}

function compareField(
  { before, after }: { readonly before: PyDict; readonly after: PyDict },
  called: string,
  place: FieldPlace,
): FlowDifference[] {
  const [old, now] = [before.get("type") ?? null, after.get("type") ?? null];
  if (!pyEquals(old, now)) {
    const message = `${called} is of type ${typeText(now)}, not ${typeText(old)}`;
    return [{ step: place.lost, message, at: place.at }];
  }
  return place.path.length < maxDepth ? compareFields(before, after, place) : [];
}

function dictAt(value: PyDict, key: string): PyDict {
  const found = value.get(key);
  return isPyDict(found) ? found : new Map<string, PyValue>();
}

function typeText(type: PyValue): string {
  if (isPyList(type)) return type.map(typeText).join(" or ");
  return typeof type === "string" ? type : "any";
}
