import type { DeterministicStepComponent } from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { supersededSpec } from "../tools/superseded-spec.ts";
import { parameterNames, requiredParameters } from "../tools/tool-options.ts";
import type { BoundTool, Toolset } from "../tools/toolset.ts";

/**
 * A step's tool must be in its toolset, and its inputs must be arguments of that tool, none missing.
 * Where they do not fit, the tool's older form is tried, which then runs without the toolset's options.
 */
export function checkStepTool(
  step: DeterministicStepComponent,
  toolset: Toolset,
  build: BuildContext,
): BoundTool {
  const tool = toolset.tools.get(step.toolName);
  if (tool === undefined) {
    throw build.error(step, `the tool "${step.toolName}" of "${step.name}" is not among its tools`);
  }
  const problem = argumentsProblem(step, tool);
  if (problem === undefined) return tool;
  const older = supersededSpec(tool.spec);
  if (older === undefined) throw build.error(step, problem);
  const olderTool: BoundTool = { spec: older, options: undefined };
  const olderProblem = argumentsProblem(step, olderTool);
  if (olderProblem === undefined) return olderTool;
  throw build.error(step, olderProblem);
}

function argumentsProblem(
  { name, inputs, toolName }: DeterministicStepComponent,
  { spec }: BoundTool,
): string | undefined {
  const given = inputs.map((input) => input.variable);
  const missing = requiredParameters(spec).filter((parameter) => !given.includes(parameter));
  if (missing.length > 0) {
    return `"${name}" does not supply ${quoted(missing)}, which "${toolName}" requires`;
  }
  const known = parameterNames(spec);
  const unknown = given.filter((variable) => !known.includes(variable));
  if (unknown.length === 0) return undefined;
  return `"${name}" supplies ${quoted(unknown)}, which "${toolName}" does not take`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
