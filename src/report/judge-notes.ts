import { wilsonInterval } from "../compare/index.ts";
import { printable } from "../core/text/printable.ts";
import type { PlannedJudge, RunStarted } from "../record/index.ts";
import { labelSentences } from "./labels.ts";
import { rate } from "./words.ts";

interface Judged {
  readonly labels: RunStarted["labels"];
  readonly judges?: RunStarted["judges"] | undefined;
}

/** Why the verdicts of a run deserve less trust than they seem to; one line each. */
export function judgeWarnings({ labels, judges }: Judged): string[] {
  const self = labels.filter((label) => label === "self_judged");
  return [...labelSentences({ labels: self }), ...calibrationWarnings({ judges })];
}

/** The same without what a label of the run says. */
export function calibrationWarnings({ judges = [] }: Pick<Judged, "judges">): string[] {
  return judges.flatMap(warningOf);
}

/** How good the judges of a run are, as far as people have looked; one line each. */
export function judgeNotes({ judges = [] }: Pick<Judged, "judges">): string[] {
  return judges.flatMap(({ name, criteria, calibration }) => {
    if (calibration.state !== "calibrated") return [];
    const { truePositive, trueNegative, covered } = calibration;
    return `the judge ${printable(name)} agrees with people on ${share(truePositive)} of what is met and on ${share(trueNegative)} of what is not; of its ${criteria} criteria ${covered} were labeled`;
  });
}

function warningOf({ name, calibration }: PlannedJudge): string | readonly [] {
  const judge = `the judge ${printable(name)}`;
  if (calibration.state === "uncalibrated") {
    return `${judge} is not calibrated: how often it is right, nobody knows; see \`flowproof eval calibrate\``;
  }
  if (calibration.state === "changed") {
    return `${judge} is not what it was when it was calibrated: run \`flowproof eval calibrate\` again`;
  }
  const { truePositive, trueNegative } = calibration;
  if (shareOf(truePositive) + shareOf(trueNegative) > 1) return [];
  return `${judge} is no better than a coin, by its calibration: name another, or write clearer criteria`;
}

interface LabeledCount {
  readonly passed: number;
  readonly total: number;
}

/** Of nothing, nothing bad is known. */
function shareOf({ passed, total }: LabeledCount): number {
  return total === 0 ? 1 : passed / total;
}

function share({ passed, total }: LabeledCount): string {
  const interval = wilsonInterval(passed, total);
  if (interval === undefined) return "an unknown share";
  return rate({ value: passed / total, ...interval });
}
