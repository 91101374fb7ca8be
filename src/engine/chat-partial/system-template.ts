import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { globalNames, TemplateError, templateVariables } from "../../flow/index.ts";
import { renderText } from "../prompt/render-text.ts";
import type { RunScope } from "../session/run-scope.ts";
import { defaultChatPrompt } from "./default-chat-prompt.ts";
import type { PartialAgent } from "./partial-agent.ts";
import { shieldFor } from "./shield.ts";

/** A system text between its two passes. */
export interface SystemTemplate {
  /** What the text is called where it fails. */
  readonly where: string;
  readonly source: string;
  /** Undoes what kept values from being templates in the second pass. */
  readonly restore: (text: string) => string;
}

/**
 * Puts the additional context of a request into the system text. Names that are not known stay for the
 * second pass. In the service the values become templates themselves, which only compat mode copies.
 */
export function firstPass(
  { system: source, systemName: where }: PartialAgent,
  variables: PyDict,
  scope: RunScope,
): SystemTemplate {
  if (variables.size === 0) return { where, source, restore: asIs };
  const filling = { where, source, variables, pass: "chat-partial" } as const;
  if (scope.compat) return { where, source: renderText(filling, scope), restore: asIs };
  const { hide, restore } = shieldFor(source, variables);
  return { where, source: renderText({ ...filling, printed: hide }, scope), restore };
}

/** The text as the model reads it: what is still unknown now is empty. */
export function secondPass({ where, source, restore }: SystemTemplate, scope: RunScope): string {
  const variables = chatVariables(scope.options.model.id);
  return restore(renderText({ where, source, variables }, scope));
}

/** The names in a text behind the first pass that nobody supplies: the second leaves nothing in their place. */
export function unsuppliedNames(
  { source }: SystemTemplate,
  { options, files }: RunScope,
): readonly string[] {
  const supplied = chatVariables(options.model.id);
  try {
    const names = templateVariables(source, files === undefined ? {} : { files });
    return names.filter((name) => !supplied.has(name) && !globalNames.has(name));
  } catch (error) {
    // The second pass fails as well, and says so where the agent is asked.
    if (error instanceof TemplateError) return [];
    throw error;
  }
}

function asIs(text: string): string {
  return text;
}

/**
 * What the service's chat supplies to every system text. Its own prompt is ours here; what its flags
 * switch on does not exist here, so they are off.
 */
function chatVariables(modelName: string): PyDict {
  return new Map<string, PyValue>([
    ["base_agentic_chat_system", defaultChatPrompt],
    ["clarification_question_tool_enabled", false],
    ["foundational_flow_tool_enabled", false],
    ["gitlab_instance_type", "Unknown"],
    ["gitlab_instance_url", "Unknown"],
    ["gitlab_instance_version", "Unknown"],
    ["model_friendly_name", modelName],
  ]);
}
