import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { argumentMisfits, type ToolSpec } from "../../tools/index.ts";
import { factWords, type TargetFact } from "../target/target-fact.ts";
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
    ...untoldProblems({ check, report }, setting),
    ...(check.problems?.(value, setting) ?? []),
    ...report.parameters.flatMap((parameter) => parameterProblems(parameter, setting)),
  ];
}

/** A check of what a target does not tell: the first that does not is enough. */
function untoldProblems(
  { check: { needs = [] }, report }: Pick<ReportedCheck, "check" | "report">,
  { targets = [] }: CheckSetting,
): readonly CheckProblem[] {
  // A component's name is told with the way through it.
  const facts: readonly TargetFact[] = report.components.length > 0 ? [...needs, "route"] : needs;
  for (const { name, kind, tells } of targets) {
    const untold = facts.find((fact) => !tells.has(fact));
    if (untold === undefined) continue;
    const which = name === "default" ? "the target" : `the target "${name}"`;
    const message = `${which} (${kind}) does not tell ${factWords[untold]}`;
    const hint =
      targets.length > 1
        ? "leave the check out, or test that target in a suite of its own"
        : untoldHint(kind, untold);
    return [{ code: "TARGET_UNTOLD", path: [], message, hint }];
  }
  return [];
}

function untoldHint(kind: string, fact: TargetFact): string {
  const says =
    kind === "recorded" ? "put it into every line of the file" : "say where the response has it";
  const canSay: ReadonlySet<TargetFact> = new Set<TargetFact>(["calls", "usage"]);
  const mayTell = kind === "recorded" || kind === "http";
  return mayTell && (canSay.has(fact) || (kind === "recorded" && fact === "times"))
    ? `${says}, or leave the check out`
    : "leave the check out";
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
