import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { argumentMisfits, type ToolSpec } from "../../tools/index.ts";
import type { CheckProblem } from "./check-problem.ts";
import type { CheckReport, ParameterReference } from "./check-report.ts";
import type { CheckSetting } from "./check-setting.ts";
import type { Check } from "./check.ts";

/** A check of a suite with what its preparation has told. */
export interface ReportedCheck {
  readonly check: Check;
  readonly value: JsonValue;
  readonly report: CheckReport;
}

/** What is wrong with a check in its place, without anything being run: it can never fail, or never hold. */
export function settingProblems(
  { check, value, report }: ReportedCheck,
  setting: CheckSetting,
): readonly CheckProblem[] {
  return [
    ...(check.problems?.(value, setting) ?? []),
    ...report.parameters.flatMap((parameter) => parameterProblems(parameter, setting)),
  ];
}

/** No call has an argument that its tool does not take. */
function parameterProblems(
  { path, tool, name, effective }: ParameterReference,
  setting: CheckSetting,
): readonly CheckProblem[] {
  const spec = setting.tool(tool);
  const known = spec === undefined ? undefined : parametersOf(spec);
  if (spec === undefined || known === undefined) return [];
  if (known.includes(name)) {
    const wrong = effective === undefined ? [] : argumentMisfits(name, effective, spec);
    return wrong.map(({ path: inner, message, hint }) => ({
      code: "EVAL_CHECK_INVALID",
      path: [...path, ...inner],
      message: `${name} of ${tool}: ${message}`,
      ...(hint !== undefined && { hint }),
    }));
  }
  return [
    {
      code: "EVAL_CHECK_INVALID",
      path,
      atKey: true,
      message: `${tool} has no parameter "${name}"`,
      hint: known.length === 0 ? `${tool} takes no arguments` : didYouMean(name, known),
    },
  ];
}

/** Of both forms of a tool that has an older one, and what a toolset may preset; undefined if anything goes. */
export function parametersOf({
  inputSchema,
  supersedes,
  optionKeys,
}: ToolSpec): readonly string[] | undefined {
  const { properties, additionalProperties } = inputSchema;
  if (!isJsonObject(properties) || isJsonObject(additionalProperties)) return undefined;
  const older = supersedes?.inputSchema["properties"];
  return [
    ...new Set([
      ...Object.keys(properties),
      ...(isJsonObject(older) ? Object.keys(older) : []),
      ...(optionKeys ?? []),
    ]),
  ];
}
