import {
  createTemplatePlace,
  type Flow,
  findPrompt,
  type FlowComponent,
  inspectTemplate,
  type TemplateFacts,
  type TemplatePlace,
  type TemplateSpot,
} from "../../flow/index.ts";
import type { Finding } from "../rule/finding.ts";
import { onFirstLine } from "./spot.ts";

/** A template of the flow that is rendered, and who renders it. */
export interface FlowTemplate {
  /** For messages: `the system template of prompt "help"`. */
  readonly what: string;
  readonly text: string;
  readonly facts: TemplateFacts;
  readonly users: readonly FlowComponent[];
  /** Where a part of it stands in the file. */
  readonly place: (spot: TemplateSpot | undefined) => Pick<Finding, "at" | "range">;
}

const known = new WeakMap<Flow, readonly FlowTemplate[]>();

/**
 * The templates of a flow that are rendered in a run and can be read: those of its own prompts that a
 * component uses, and the messages to the user. A chat takes the system prompt and nothing else.
 */
export function templatesOf(flow: Flow): readonly FlowTemplate[] {
  const templates = known.get(flow) ?? [...promptTemplates(flow), ...messageTemplates(flow)];
  known.set(flow, templates);
  return templates;
}

function promptTemplates(flow: Flow): readonly FlowTemplate[] {
  const isPartial = flow.environment === "chat-partial";
  const placeOf = createPlaces(flow);
  return usedPrompts(flow).flatMap(({ prompt, users }) => {
    const entries = prompt.entries.filter(({ role }) => {
      return isPartial ? role === "system" : role !== "placeholder";
    });
    return entries.flatMap((entry) => {
      return entry.texts.flatMap((text, index) => {
        const facts = inspectTemplate(text);
        const what = `the ${entry.role} template of prompt "${prompt.id}"`;
        const place: FlowTemplate["place"] = (spot) => placeOf({ entry, index }, spot);
        return facts === undefined ? [] : [{ what, text, facts, users, place }];
      });
    });
  });
}

/** Finds parts of templates in the file; at most one line of them. */
function createPlaces(
  flow: Flow,
): (...args: Parameters<TemplatePlace>) => ReturnType<FlowTemplate["place"]> {
  const placeOf = createTemplatePlace(flow);
  return (source, spot) => {
    const { at, range } = placeOf(source, spot);
    return { at, range: onFirstLine(flow, range) };
  };
}

interface UsedPrompt {
  readonly prompt: Flow["prompts"][number];
  readonly users: readonly FlowComponent[];
}

/** The flow's own prompts that somebody uses. */
export function usedPrompts(flow: Flow): readonly UsedPrompt[] {
  const users = new Map<Flow["prompts"][number], FlowComponent[]>();
  for (const component of flow.components) {
    if (!("promptId" in component) || component.promptVersion !== undefined) continue;
    const [only] = flow.prompts;
    // A chat does not ask what its agent's prompt is called.
    const isPartial = flow.environment === "chat-partial";
    const prompt = isPartial ? only : findPrompt(flow, component.promptId);
    if (prompt !== undefined) users.set(prompt, [...(users.get(prompt) ?? []), component]);
  }
  return [...users].map(([prompt, components]) => ({ prompt, users: components }));
}

function messageTemplates(flow: Flow): readonly FlowTemplate[] {
  if (flow.environment === "chat-partial") return [];
  return flow.components.flatMap((component) => {
    if (component.type !== "HumanInputComponent") return [];
    const template = readMessage(flow, component);
    const facts = inspectTemplate(template.text);
    return facts === undefined ? [] : [{ ...template, facts, users: [component] }];
  });
}

/** What a stop for the user says, whether or not it can be read. */
export function readMessage(
  flow: Flow,
  component: Extract<FlowComponent, { type: "HumanInputComponent" }>,
): Pick<FlowTemplate, "what" | "text" | "place"> {
  const at = [...component.at, "message_template"];
  const range = flow.rangeOf(at) ?? component.range;
  const text = component.messageTemplate;
  const entry = { role: "message", texts: [text], isList: false, at, range };
  const placeOf = createPlaces(flow);
  return {
    what: `the message of component "${component.name}"`,
    text,
    place: (spot) => placeOf({ entry, index: 0 }, spot),
  };
}
