import { clip } from "../../../src/core/text/clip.ts";
import { foldWhitespace } from "../../../src/core/text/fold-whitespace.ts";
import { printable } from "../../../src/core/text/printable.ts";
import type { CalibratedJudge, CalibrationReport } from "../../../src/eval/index.ts";
import { createPaint, terminalTable } from "../../../src/format/index.ts";
import { count, rate } from "../../../src/report/index.ts";

const maxCriterion = 60;
/** Rates of fewer labels say nothing of a criterion. */
const minOfCriterion = 10;

/** What a person reads of a calibration. */
export function calibrateText(
  report: CalibrationReport,
  warnings: readonly string[],
  color: boolean,
): string {
  const paint = createPaint(color);
  const blocks = [
    [labelsLine(report), ...peopleLines(report)].join("\n"),
    ...report.judges.map(judgeBlock),
    ...(warnings.length === 0
      ? []
      : [warnings.map((warning) => paint("yellow", `warning: ${printable(warning)}`)).join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function labelsLine(report: CalibrationReport): string {
  const { labels, items, duplicates, disputed, unjudged, people } = report;
  const parts = [
    `${count(labels, "label")} of ${count(items, "verdict")} by ${people.people.length === 1 ? "one person" : `${people.people.length} people`}`,
    ...(duplicates > 0 ? [`${duplicates} said twice`] : []),
    ...(disputed > 0 ? [`${disputed} on which people do not agree, left out`] : []),
    ...(unjudged > 0 ? [`${unjudged} that no judge was asked about, left out`] : []),
  ];
  return parts.join("; ");
}

function peopleLines({ people: { pairs, alpha } }: CalibrationReport): readonly string[] {
  const lines = pairs.map(({ a, b, items, agreed, kappa, ac1 }) => {
    const names = [a, b].map((name) => (name === "" ? "nobody named" : printable(name)));
    return `${names.join(" and ")} agree on ${agreed} of ${items}: ${agreementText(kappa, ac1)}`;
  });
  return pairs.length < 2
    ? lines
    : [...lines, `all of them: Krippendorff's alpha ${number(alpha)}`];
}

function judgeBlock(judge: CalibratedJudge): string {
  const { name, truePositive, trueNegative, agreed, decided, kappa, ac1, missing, corrected } =
    judge;
  const rows = [
    ["all", ...rates(judge)],
    ...judge.criteria
      .filter((criterion) => criterion.decided >= minOfCriterion)
      .map((criterion) => [shortText(criterion.criterion), ...rates(criterion)]),
  ];
  const gone = missing.cannotTell + missing.error;
  return [
    printable(name),
    terminalTable(
      [
        { title: "criterion" },
        { title: "labels", align: "right" },
        { title: "right where met (95 % interval)" },
        { title: "right where not met (95 % interval)" },
      ],
      rows,
    ),
    `agrees on ${agreed} of ${decided}: ${agreementText(kappa, ac1)}`,
    ...(gone === 0
      ? []
      : [
          `no verdict on ${gone} of ${judge.items}: ${missing.cannotTell} cannot tell, ${missing.error} without an answer`,
        ]),
    ...(corrected === null
      ? []
      : [
          `met in its runs: ${corrected.observed.passed} of ${corrected.observed.total}; corrected for its errors ${rate({ value: corrected.rate, low: corrected.low, high: corrected.high })}`,
        ]),
    ...(truePositive === null && trueNegative === null ? ["nothing could be compared"] : []),
  ].join("\n");
}

function rates({
  decided,
  truePositive,
  trueNegative,
}: Pick<CalibratedJudge, "decided" | "truePositive" | "trueNegative">): string[] {
  return [String(decided), rateText(truePositive), rateText(trueNegative)];
}

function rateText(found: CalibratedJudge["truePositive"]): string {
  if (found === null) return "–";
  const { passed, total, interval } = found;
  return `${passed}/${total}  ${rate({ value: found.rate, ...interval })}`;
}

function agreementText(kappa: number | null, ac1: number | null): string {
  return `kappa ${number(kappa)}, AC1 ${number(ac1)}`;
}

function number(value: number | null): string {
  return value === null ? "not defined" : value.toFixed(2);
}

function shortText(text: string): string {
  return printable(clip(foldWhitespace(text), maxCriterion));
}
