import { suggest } from "../../core/text/suggest.ts";
import type { PromptingComponent } from "../model/component-base.ts";
import type { FlowComponent } from "../model/component.ts";
import { findPrompt, type Flow } from "../model/flow.ts";
import type { Prompt } from "../model/prompt.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { TemplateError, templateVariables } from "../template/index.ts";
import { fieldOf } from "./flow-check.ts";
import { promptCoverage } from "./prompt-coverage.ts";
import { createTemplatePlace, type TemplatePlace } from "./template-place.ts";

/** Where templates find what they include. Where nobody knows, files count as empty, so that at least their own variables are compared. */
export type PromptFiles = (name: string) => string | undefined;

/** A prompt of the flow itself must be a template, and all of its variables must be inputs. */
export function checkPromptVariables(
  { flow, problems }: FlowDraft,
  files?: PromptFiles,
): readonly FlowProblem[] {
  if (flow.version === "experimental") return [];
  const read = new Map<Prompt, PromptReading>();
  const place = createTemplatePlace(flow);
  const unreadInputs = new Set(problems.filter(isAboutInput).map(({ at }) => at[1]));
  return flow.components.flatMap((component): readonly FlowProblem[] => {
    const prompt = ownPrompt(flow, component);
    if (prompt === undefined) return [];
    const known = read.get(prompt);
    const reading = known ?? readPromptTemplates(prompt, place, files);
    read.set(prompt, reading);
    if (reading.problems.length > 0) return known === undefined ? reading.problems : [];
    // An input that could not be read may be the one that is wanted.
    return "promptId" in component && !unreadInputs.has(component.at[1])
      ? checkCoverage(flow, component, reading.variables)
      : [];
  });
}

function isAboutInput({ at }: FlowProblem): boolean {
  return at[0] === "components" && at[2] === "inputs";
}

/** A version means the registry, even where the flow has a prompt of that id; an unknown id is no error yet. */
function ownPrompt(flow: Flow, component: FlowComponent): Prompt | undefined {
  if (!("promptId" in component) || component.promptVersion !== undefined) return undefined;
  return findPrompt(flow, component.promptId);
}

interface PromptReading {
  readonly variables: readonly string[];
  readonly problems: readonly FlowProblem[];
}

function readPromptTemplates(
  prompt: Prompt,
  place: TemplatePlace,
  files: PromptFiles = () => "",
): PromptReading {
  const variables = new Set<string>();
  const problems: FlowProblem[] = [];
  for (const entry of prompt.entries) {
    for (const [index, text] of entry.texts.entries()) {
      try {
        for (const name of templateVariables(text, { files })) variables.add(name);
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const message = `the ${entry.role} template of prompt "${prompt.id}" cannot be read: ${error.message}`;
        const rule = error.code === "TEMPLATE_NOT_FOUND" ? "E79" : "E78";
        problems.push({
          ...place({ entry, index }, error),
          rule,
          message,
          hint: error.hint,
        });
      }
    }
  }
  return { variables: [...variables], problems };
}

function checkCoverage(
  flow: Flow,
  component: PromptingComponent & FlowComponent,
  variables: readonly string[],
): readonly FlowProblem[] {
  const given = component.inputs.map(({ variable }) => variable);
  const place = fieldOf(flow, component, "inputs");
  return promptCoverage(component, variables).missing.map((name) => {
    const message = `component "${component.name}" has no input "${name}", which its prompt "${component.promptId}" uses`;
    const near = suggest(name, given);
    const hint =
      near === undefined
        ? `add an input with "as: ${name}", or take the variable out of the prompt`
        : `its input "${near}" looks like it`;
    return { at: place.at, range: place.range, rule: "E80", message, hint };
  });
}
