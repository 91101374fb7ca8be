import {
  findPrompt,
  type Prompt,
  type PromptEntry,
  type PromptingComponent,
  TemplateError,
} from "../../flow/index.ts";
import { experimentalVariables } from "../experimental/prompt-inputs.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { checkCoverage, unsuppliedVariables } from "./check-coverage.ts";
import type { PreparedPrompt, PromptPart, TemplateRole } from "./prepared-prompt.ts";
import { promptVariables } from "./prompt-variables.ts";

const roles: ReadonlyMap<string, TemplateRole> = new Map([
  ["system", "system"],
  ["user", "user"],
  ["human", "user"],
  ["assistant", "assistant"],
  ["ai", "assistant"],
]);
const placeholderRole = "placeholder";
const historyName = "history";

/** Finds a component's prompt and lays out its messages in the order of the file, history included. */
export function preparePrompt(component: PromptingComponent, build: BuildContext): PreparedPrompt {
  const prompt = findComponentPrompt(component, build);
  checkCoverage(component, prompt, build);
  const parts = prompt.entries.flatMap((entry) => promptParts(entry, component, build));
  const variables = promptVariables(prompt, build.scope.files);
  return {
    id: component.promptId,
    readsHistory: variables instanceof TemplateError || variables.includes(historyName),
    parts: parts.some((part) => part.type === "history") ? parts : [...parts, { type: "history" }],
    unsupplied: build.flow.version === "experimental" ? unsupplied(component, variables) : [],
    params: prompt.params,
    modelParams: prompt.modelParams,
  };
}

/** Experimental prompts are not compared with their inputs before they are rendered. */
function unsupplied(
  component: PromptingComponent,
  variables: readonly string[] | TemplateError,
): readonly string[] {
  if (variables instanceof TemplateError) return [];
  return unsuppliedVariables(component, variables).filter(
    (name) => !experimentalVariables.includes(name),
  );
}

/** The prompt that a component names. A version means the registry, even where the flow has that id. */
function findComponentPrompt(component: PromptingComponent, build: BuildContext): Prompt {
  const { promptId: id, promptVersion: version } = component;
  if (version === undefined) {
    const prompt = findPrompt(build.flow, id);
    if (prompt !== undefined) return prompt;
    throw build.error(
      component,
      `component "${component.name}" uses prompt "${id}", which the flow does not have`,
    );
  }
  const prompt = build.scope.options.registries?.prompt?.(id, version);
  if (prompt !== undefined) return prompt;
  throw build.error(
    component,
    `component "${component.name}" uses prompt "${id}" ${version}, which no prompt registry has; write the prompt into the flow, or name the registry (registries.prompts in flowproof.yml)`,
  );
}

function promptParts(
  entry: PromptEntry,
  component: PromptingComponent,
  build: BuildContext,
): readonly PromptPart[] {
  if (entry.role === placeholderRole) {
    return entry.texts.map((variable) =>
      variable === historyName ? { type: "history" } : { type: "placeholder", variable },
    );
  }
  const role = roles.get(entry.role);
  if (role !== undefined) return entry.texts.map((source) => ({ type: "template", role, source }));
  throw build.error(
    component,
    `the role "${entry.role}" of prompt "${component.promptId}" cannot be used in a request`,
    entry.range,
  );
}
