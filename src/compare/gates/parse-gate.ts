import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { type Gate, gatedMetrics, type GateRule, rulesOf } from "./gate.ts";

/**
 * Reads a gate as a command line writes it: `pass_rate.not_worse_than=0.05`.
 *
 * @throws AppError COMPARE_GATE_INVALID
 */
export function parseGate(text: string): Gate {
  const written = /^\s*([^=]+)\.([a-z_]+)\s*=\s*(\S+)\s*$/u.exec(text);
  if (written === null) {
    throw invalid(text, "a gate is written metric.rule=bound", "pass_rate.not_worse_than=0.05");
  }
  const [, metric = "", rule = "", bound = ""] = written;
  return checkedGate({ metric, rule, bound: Number(bound) }, text);
}

/** A gate whose parts fit together. */
function checkedGate(
  {
    metric,
    rule,
    bound,
  }: { readonly metric: string; readonly rule: string; readonly bound: number },
  text: string,
): Gate {
  const rules = rulesOf(metric);
  if (rules === undefined) {
    throw invalid(
      text,
      `there is no metric "${clip(metric, 60)}"`,
      didYouMean(metric, gatedMetrics),
    );
  }
  if (!isRule(rule) || rules[rule] === undefined) {
    const known = Object.keys(rules);
    throw invalid(text, `${metric} has no rule "${clip(rule, 60)}"`, didYouMean(rule, known));
  }
  const range = rules[rule];
  if (!range.accepts(bound)) {
    throw invalid(text, `the bound of ${metric}.${rule} is ${range.words}`, "");
  }
  return { metric, rule, bound };
}

function isRule(rule: string): rule is GateRule {
  return rule === "not_worse_than" || rule === "at_least" || rule === "ratio_at_most";
}

function invalid(text: string, problem: string, hint: string): AppError {
  return new AppError("COMPARE_GATE_INVALID", `gate "${clip(text, 80)}": ${problem}`, {
    ...(hint !== "" && { hint }),
  });
}
