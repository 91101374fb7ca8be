import type { ComparedSide, Comparison, MetricResult } from "../../../compare/index.ts";
import { printable } from "../../../core/text/printable.ts";
import { createPaint, type Paint, terminalTable } from "../../../format/index.ts";
import { count } from "../../words.ts";
import { comparableLines } from "../comparable-text.ts";
import type { ComparisonReporter } from "../comparison-reporter.ts";
import { changeText, detectableText, metricTitle, valueText } from "../metric-text.ts";
import { pairwiseBlocks } from "../pairwise-text.ts";
import { flipBlocks, gateBlock, paintedVerdict, tagBlock } from "../pretty-blocks.ts";
import { sideKind, sideName, sideTitles, systemTexts } from "../side-text.ts";

/** What a person reads first: who, over which cases, every metric with its verdict, and what flipped. */
export const pretty: ComparisonReporter = {
  id: "pretty",
  extension: "txt",
  summary: "tables and the cases that flipped, for people",
  format({ comparison }, { color, verbose }) {
    const paint = createPaint(color);
    const blocks = [
      [sideLine("A", comparison.a, paint), sideLine("B", comparison.b, paint)].join("\n"),
      comparableLines(comparison, { verbose }).join("\n"),
      metricTable(comparison, paint),
      ...flipBlocks(comparison, { paint, verbose }),
      ...tagBlock(comparison, { paint, verbose }),
      ...pairwiseBlocks(comparison, { paint, verbose }),
      ...gateBlock(comparison, paint),
      [...noteLines(comparison, paint), closingLine(comparison, paint)].join("\n"),
    ];
    return `${blocks.join("\n\n")}\n`;
  },
};

function sideLine(letter: string, side: ComparedSide, paint: Paint): string {
  const kind = sideKind(side);
  const parts = [sideName(side), ...systemTexts(side)].map(printable);
  return [
    `${letter}  ${parts.join(" · ")}`,
    ...(kind === undefined ? [] : [paint("yellow", kind)]),
  ].join(" · ");
}

function metricTable(comparison: Comparison, paint: Paint): string {
  const titles = sideTitles(comparison);
  const rows = comparison.metrics.map((result) => metricRow(result, paint));
  return terminalTable(
    [
      { title: "metric" },
      { title: printable(titles.a), align: "right" },
      { title: printable(titles.b), align: "right" },
      { title: "B against A (95 % interval)" },
      { title: "cases", align: "right" },
      { title: "verdict on B" },
    ],
    rows,
  );
}

function metricRow(result: MetricResult, paint: Paint): string[] {
  const { metric, unit, a, b, pairs } = result;
  return [
    printable(metricTitle(metric)),
    valueText(a, unit),
    valueText(b, unit),
    changeText(result),
    String(pairs),
    paintedVerdict(result, paint),
  ];
}

function noteLines({ notes, metrics }: Comparison, paint: Paint): readonly string[] {
  const passRate = metrics.find(({ metric }) => metric === "pass_rate");
  return [
    ...notes.map((note) => paint("yellow", `note: ${printable(note)}`)),
    ...(passRate === undefined ? [] : detectableLine(passRate)),
  ];
}

function detectableLine(passRate: MetricResult): readonly string[] {
  const { pairs } = passRate;
  if (pairs === 0) return [];
  const found = count(pairs, "case");
  const smallest = detectableText(passRate);
  const what =
    smallest === undefined
      ? `${found} cannot show any difference of the pass rates`
      : `${found} can show a difference of the pass rates from about ${smallest} on`;
  return [`${what}, with 80 % power, where as many differ as here`];
}

function closingLine({ gate, exitCode, reason, a, b }: Comparison, paint: Paint): string {
  const style = gate === "pass" ? "green" : gate === "fail" ? "red" : "yellow";
  const kinds = [...new Set([a, b].flatMap((side) => sideKind(side) ?? []))].join("; ");
  const kind = kinds === "" ? "" : ` · ${paint("yellow", kinds)}`;
  return `${paint(style, `gate ${gate}`)}: ${printable(reason)}, exit ${exitCode}${kind}`;
}
