import type { CaseRecord } from "../../record/index.ts";
import { groupsOf, type SummaryGroup } from "../summary.ts";
import { rate } from "../words.ts";
import { cellText } from "./foreign-text.ts";

const outcomes = [
  ["pass", "pass"],
  ["fail", "fail"],
  ["agent_error", "agent"],
  ["judge_error", "judge"],
  ["infra_error", "infra"],
  ["suite_error", "suite error"],
] as const;

/** A row per suite and target, with the interval of its rate: its head, and its rows one by one. */
export function groupTable(cases: readonly CaseRecord[]): {
  readonly head: readonly string[];
  readonly rows: readonly string[];
} {
  const groups = groupsOf(cases);
  const isApart = groups.some(({ quarantined }) => quarantined !== undefined);
  const titles = ["cases", ...outcomes.map(([, title]) => title)];
  const numbers = [...titles, ...(isApart ? ["quarantined"] : [])];
  return {
    head: [
      `| suite | target | ${numbers.join(" | ")} | pass rate (95 % interval) |`,
      `| --- | --- | ${numbers.map(() => "---:").join(" | ")} | --- |`,
    ],
    rows: groups.map((group) => row(group, isApart)),
  };
}

function row(
  { suite, target, counts, quarantined, passRate }: SummaryGroup,
  isApart: boolean,
): string {
  const cells = [
    cellText(suite),
    cellText(target),
    sumOf(counts),
    ...outcomes.map(([outcome]) => counts[outcome]),
    ...(isApart ? [sumOf(quarantined)] : []),
    rate(passRate),
  ];
  return `| ${cells.join(" | ")} |`;
}

function sumOf(counts: SummaryGroup["quarantined"]): number {
  return Object.values(counts ?? {}).reduce((sum, each) => sum + each, 0);
}
