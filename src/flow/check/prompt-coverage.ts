import type { PromptingComponent } from "../model/component-base.ts";

/** What the service supplies to every prompt by itself. */
const runtimeVariables: ReadonlySet<string> = new Set([
  "history",
  "current_date",
  "current_time",
  "current_timezone",
]);

/** How the inputs of a component fit the variables of its prompt. */
export interface PromptCoverage {
  /** Used by the prompt, given by no input: the service refuses the flow. */
  readonly missing: readonly string[];
  /** Given by an input, used by nothing: only the service's dry run minds. */
  readonly extra: readonly string[];
}

/** Compares a component's inputs with the variables that its prompt uses. */
export function promptCoverage(
  component: PromptingComponent & { readonly type: string },
  used: readonly string[],
): PromptCoverage {
  const required = new Set(used.filter((name) => !runtimeVariables.has(name)));
  const { inputs, type } = component;
  const given = new Set(inputs.map(({ variable }) => variable));
  // Only an agent's optional inputs may be unused.
  const optional = inputs.filter((input) => input.optional && type !== "OneOffComponent");
  const maybeUnused = new Set(optional.map(({ variable }) => variable));
  return {
    missing: [...required].filter((name) => !given.has(name)).toSorted(),
    extra: [...given].filter((name) => !required.has(name) && !maybeUnused.has(name)).toSorted(),
  };
}
