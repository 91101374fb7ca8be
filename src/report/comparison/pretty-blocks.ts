import type { Comparison, MetricResult } from "../../compare/index.ts";
import { printable } from "../../core/text/printable.ts";
import { type Paint, terminalTable } from "../../format/index.ts";
import { count } from "../words.ts";
import { changeText, metricTitle, verdictText } from "./metric-text.ts";
import { tagFindings } from "./tag-notes.ts";

/** How blocks are shown. */
interface Shown {
  readonly paint: Paint;
  readonly verbose: boolean;
}

const styles = {
  better: "green",
  not_worse: "green",
  worse: "red",
  undecided: "yellow",
  not_comparable: "yellow",
} as const;

/** The verdict on B, in its color. */
export function paintedVerdict(result: MetricResult, paint: Paint): string {
  return paint(styles[result.verdict], printable(verdictText(result)));
}

const mostFlips = 20;

/** What B broke and what it fixed, by name. */
export function flipBlocks(
  { flips, cases }: Comparison,
  { paint, verbose }: Shown,
): readonly string[] {
  const critical = new Set(
    cases.filter((each) => each.critical).map((each) => `${each.suite}/${each.case}`),
  );
  const block = (title: string, names: readonly string[]): readonly string[] => {
    if (names.length === 0) return [];
    const most = verbose ? names.length : mostFlips;
    const lines = names
      .slice(0, most)
      .map((name) => `  ${printable(name)}${critical.has(name) ? paint("red", "  critical") : ""}`);
    const others = names.length - most;
    return [
      [title, ...lines, ...(others > 0 ? [`  and ${others} more (-v shows all)`] : [])].join("\n"),
    ];
  };
  return [
    ...block(paint("red", `B broke ${count(flips.broken.length, "case")}:`), flips.broken),
    ...block(paint("green", `B fixed ${count(flips.fixed.length, "case")}:`), flips.fixed),
  ];
}

const mostFindings = 10;

/** What differs by tag, first what the total does not say. */
export function tagBlock(comparison: Comparison, { paint, verbose }: Shown): readonly string[] {
  const findings = tagFindings(comparison);
  if (findings.length === 0) return [];
  const most = verbose ? findings.length : mostFindings;
  const rows = findings
    .slice(0, most)
    .map(({ tag, result, standsOut }) => [
      printable(tag),
      printable(metricTitle(result.metric)),
      changeText(result),
      String(result.pairs),
      `${paintedVerdict(result, paint)}${standsOut ? "" : ", perhaps by chance"}`,
    ]);
  const table = terminalTable(
    [
      { title: "tag" },
      { title: "metric" },
      { title: "B against A (95 % interval)" },
      { title: "cases", align: "right" },
      { title: "verdict on B" },
    ],
    rows,
  );
  const others = findings.length - most;
  return [others > 0 ? `${table}\nand ${others} more (-v shows all)` : table];
}

/** Every gate in a line; nothing where there is none. */
export function gateBlock({ gates }: Comparison, paint: Paint): readonly string[] {
  if (gates.length === 0) return [];
  const style = { pass: "green", fail: "red", undecided: "yellow" } as const;
  const lines = gates.map(({ gate, suite, outcome, message }) => {
    const name = `${gate.metric}.${gate.rule}=${gate.bound}`;
    const whose = suite === undefined ? "" : ` (${suite})`;
    return `${paint(style[outcome], outcome)}  gate ${printable(name + whose)}: ${printable(message)}`;
  });
  return [lines.join("\n")];
}
