import { didYouMean, suggest } from "../../core/text/suggest.ts";
import type { KnownToolForm } from "../inspect/flow-knowledge.ts";
import type { DeterministicStepComponent } from "../model/deterministic-step-component.ts";
import type { Flow } from "../model/flow.ts";
import type { IOKey } from "../model/io-key.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { type CheckContext, fieldOf, unreadIn } from "./flow-check.ts";

/** The inputs of a deterministic step are its tool's arguments: all that the tool needs, and no others. */
export function checkStepArguments(
  { flow, problems }: FlowDraft,
  { knowledge }: CheckContext,
): readonly FlowProblem[] {
  const unread = unreadIn(problems, "inputs");
  return flow.components.flatMap((component): readonly FlowProblem[] => {
    if (component.type !== "DeterministicStepComponent") return [];
    const tool = knowledge.tool?.(component.toolName);
    if (tool?.executable !== true) return [];
    if (unread.has(component.at[1])) return [];
    const misfits = [tool, ...tool.olderForms].map((form) => misfitOf(component, form));
    if (misfits.some(isFit)) return [];
    // The service tells of the oldest form, which is seldom the one that is meant.
    const [misfit] = misfits.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    return misfit === undefined ? [] : tell(flow, component, misfit);
  });
}

/** How the inputs of a step and the arguments of a form of its tool differ. */
interface Misfit {
  readonly known: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly IOKey[];
}

function misfitOf(
  { inputs }: DeterministicStepComponent,
  { parameters, required }: KnownToolForm,
): Misfit {
  if (parameters === undefined) return { known: [], missing: [], unknown: [] };
  const given = new Set(inputs.map(({ variable }) => variable));
  return {
    known: parameters,
    missing: required.filter((name) => !given.has(name)),
    unknown: inputs.filter((input) => !parameters.includes(input.variable)),
  };
}

function sizeOf({ missing, unknown }: Misfit): number {
  return missing.length + unknown.length;
}

function isFit(misfit: Misfit): boolean {
  return sizeOf(misfit) === 0;
}

function tell(
  flow: Flow,
  component: DeterministicStepComponent,
  { known, missing, unknown }: Misfit,
): readonly FlowProblem[] {
  const { name, toolName } = component;
  const odd = unknown.map(({ variable }) => variable);
  const lacks = missing.map((argument): FlowProblem => {
    const message = `component "${name}" does not give the tool "${toolName}" its argument "${argument}"`;
    const near = suggest(argument, odd);
    const hint =
      near === undefined
        ? `add an input with "as: ${argument}"`
        : `is its input "${near}" meant to be "${argument}"?`;
    return { ...fieldOf(flow, component, "inputs"), rule: "E86", message, hint };
  });
  const tooMany = unknown.map((input): FlowProblem => {
    const message = `component "${name}" gives the tool "${toolName}" the argument "${input.variable}", which it does not have`;
    const hint =
      known.length === 0
        ? "remove the input: the tool takes none"
        : didYouMean(input.variable, known);
    return { ...fieldOf(flow, input, "as"), rule: "E87", message, hint };
  });
  return [...lacks, ...tooMany];
}
