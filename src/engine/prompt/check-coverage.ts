import { type Prompt, type PromptingComponent, TemplateError } from "../../flow/index.ts";
import { suppliedVariables } from "../agent/call-variables.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { promptVariables } from "./prompt-variables.ts";

/**
 * Every variable of a prompt must be an input, even one that stands only inside a condition. Reading a
 * flow has checked what its file holds; this is for prompts of a registry and for those that include files.
 */
export function checkCoverage(
  component: PromptingComponent,
  prompt: Prompt,
  build: BuildContext,
): void {
  const { files } = build.scope;
  if (files === undefined || build.flow.version === "experimental") return;
  const used = promptVariables(prompt, files);
  if (used instanceof TemplateError) {
    throw build.error(component, unreadable(component, prompt, used));
  }
  const missing = unsuppliedVariables(component, used);
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(", ");
  throw build.error(
    component,
    `the prompt "${component.promptId}" of "${component.name}" uses ${names}, which no input supplies`,
  );
}

/** Where a prompt of a registry cannot be read, its own file is the one to correct. */
function unreadable(
  { promptId, promptVersion }: PromptingComponent,
  { file }: Prompt,
  { pythonType, message }: TemplateError,
): string {
  const from = promptVersion === undefined ? "" : ` of the registry, ${file},`;
  return pythonType === "TemplateNotFound"
    ? `the prompt "${promptId}"${from} includes "${message}", a file that does not exist in the registry`
    : `the prompt "${promptId}"${from} cannot be used: ${message}`;
}

/** The variables that neither an input of a component nor the engine supplies. */
export function unsuppliedVariables(
  { inputs }: Pick<PromptingComponent, "inputs">,
  used: readonly string[],
): readonly string[] {
  const given = new Set([...inputs.map(({ variable }) => variable), ...suppliedVariables]);
  return used.filter((name) => !given.has(name));
}
