import type { Flow } from "../../flow/index.ts";
import { compareComponents } from "./compare-components.ts";
import { compareInputs } from "./compare-inputs.ts";
import type { FlowDifference, Step } from "./flow-difference.ts";

/** The steps from the least to the greatest. */
const steps: readonly Step[] = ["patch", "minor", "major"];

/**
 * What is different for whoever uses a flow, the gravest first. Everything else, such as the words of a
 * prompt, asks for a patch and is not listed.
 */
export function compareFlows(before: Flow, after: Flow): readonly FlowDifference[] {
  const differences = [
    ...compareEnvironments(before, after),
    ...compareInputs(before, after),
    ...compareComponents(before, after),
  ];
  return differences.toSorted((a, b) => steps.indexOf(b.step) - steps.indexOf(a.step));
}

/** Whether one step is less than another. */
export function isLess(step: Step, other: Step): boolean {
  return steps.indexOf(step) < steps.indexOf(other);
}

function compareEnvironments(before: Flow, after: Flow): readonly FlowDifference[] {
  if (before.declaredEnvironment === after.declaredEnvironment) return [];
  const message = `the environment is ${after.declaredEnvironment}, not ${before.declaredEnvironment}`;
  return [{ step: "major", message, at: ["environment"] }];
}
