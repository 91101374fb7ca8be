import { AppError } from "../../core/errors/app-error.ts";
import type { Located } from "../model/located.ts";
import { type FlowRule, flowRules } from "./flow-rule.ts";

/** Something for which the service would refuse a flow, as data. */
export interface FlowProblem extends Located {
  readonly rule: FlowRule;
  /** One line, lower case, with the value. */
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A problem as the error that a user reads. */
export function problemError(problem: FlowProblem, file: string): AppError {
  const { rule, message, hint, range } = problem;
  return new AppError(flowRules[rule], message, { hint, place: { file, ...range.start } });
}

/** In the order of the file, so that they read like it. */
export function compareProblems(a: FlowProblem, b: FlowProblem): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    Number(a.rule.slice(1)) - Number(b.rule.slice(1))
  );
}
