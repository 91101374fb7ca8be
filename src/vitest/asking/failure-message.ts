import { clip } from "../../core/text/clip.ts";
import { printable } from "../../core/text/printable.ts";
import type { OpenCase, OpenTrial } from "../../eval/index.ts";
import type { CheckRecord, Outcome } from "../../record/index.ts";

const maxAnswer = 1000;

/** What an outcome says, for whoever sees a red test and thinks that it was the agent. */
const meanings: Readonly<Record<Exclude<Outcome, "pass" | "fail">, string>> = {
  agent_error: "the agent broke its limits, or its flow failed",
  judge_error: "the judge could not decide; this says nothing about the agent",
  infra_error: "the provider or the network failed; this says nothing about the agent",
  suite_error: "the test is wrong; this says nothing about the agent",
};

/** Why a case does not pass: every broken check with its table, trial by trial. */
export function failureMessage(open: OpenCase): string {
  const { trials, plan, outcome } = open;
  const others = trials.flatMap((trial, number) =>
    trial.outcome === "pass" ? [] : [{ trial, number }],
  );
  const [first] = others;
  if (trials.length === 1 && first !== undefined) return trialMessage(first.trial);
  const passed = trials.length - others.length;
  const head = `${outcome}: ${passed} of ${trials.length} trials pass, ${plan.planned.require} required`;
  const texts = others.map(
    ({ trial, number }) => `trial ${number + 1}: ${indent(trialMessage(trial))}`,
  );
  return [head, ...texts].join("\n\n");
}

function trialMessage(trial: OpenTrial): string {
  const { outcome, reason = "", hint } = trial.decision();
  const isDecided = outcome === "fail" || outcome === "judge_error";
  const broken = isDecided ? trial.checks.filter((check) => check.outcome !== "pass") : [];
  const meaning =
    outcome === "pass" || outcome === "fail" ? [] : [`${outcome}: ${meanings[outcome]}`];
  return [
    ...meaning,
    ...(broken.length === 0 ? [printable(reason)] : broken.map(checkText)),
    ...(hint === undefined ? [] : [`hint: ${printable(hint)}`]),
    ...answerLine(trial),
  ].join("\n");
}

function checkText({ message, details }: CheckRecord): string {
  const first = printable(message);
  return details === undefined ? first : `${first}\n${indent(printable(details), true)}`;
}

/** What the agent said, where it said something. */
function answerLine({ result }: OpenTrial): readonly string[] {
  const answer = result?.answer ?? "";
  return answer === "" ? [] : [`answer: ${clip(printable(answer), maxAnswer)}`];
}

function indent(text: string, first = false): string {
  const lines = text.split("\n").map((line) => (line === "" ? line : `  ${line}`));
  return first ? lines.join("\n") : lines.join("\n").trimStart();
}
