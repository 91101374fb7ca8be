import { judgeRun, type SuiteGateResult } from "../../compare/index.ts";
import { printable } from "../../core/text/printable.ts";
import type { Paint } from "../../format/index.ts";
import type { RunRecord } from "../../record/index.ts";

const styles = { pass: "green", fail: "red", undecided: "yellow" } as const;

/** Every gate of a run in a line, for people; nothing where every case must pass. */
export function gateBlock(record: RunRecord, paint: Paint): readonly string[] {
  const { results } = judgeRun(record);
  if (results.length === 0) return [];
  const lines = results.map((result) => {
    const { outcome, message } = result;
    return `  ${paint(styles[outcome], outcome)}  ${printable(`${gateName(result)}: ${message}`)}`;
  });
  return [["gates, which decide:", ...lines].join("\n")];
}

/** `counts › workflow against chat: pass_rate.not_worse_than=0.05`. */
export function gateName(result: SuiteGateResult): string {
  const { suite, target } = result;
  const of = target === "default" ? suite : `${suite} › ${target}`;
  return `${of} ${gateTerms(result)}`;
}

/** `against chat, pass_rate.not_worse_than=0.05`: the same as long as the suite demands the same. */
export function gateTerms({ against, gate }: SuiteGateResult): string {
  const terms = `${gate.metric}.${gate.rule}=${gate.bound}`;
  return against === undefined ? terms : `${terms} against ${against}`;
}
