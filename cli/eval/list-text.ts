import { printable } from "../../src/core/text/printable.ts";
import { terminalTable } from "../../src/format/index.ts";
import { count } from "../../src/report/index.ts";
import type { ListedCase, ListedSuite, Listing } from "./listing.ts";

const columns = [
  { title: "suite" },
  { title: "case" },
  { title: "target" },
  { title: "tags" },
  { title: "trials", align: "right" },
  { title: "checks", align: "right" },
] as const;

/** A listing as a table for people. */
export function listText({ suites, counts }: Listing): string {
  const rows = suites.flatMap((suite) => suite.cases.map((each) => rowOf(suite, each)));
  const total = `${count(counts.suites, "suite")}, ${count(counts.cases, "case")}, ${count(counts.trials, "trial")}`;
  return rows.length === 0 ? `${total}\n` : `${terminalTable(columns, rows)}\n\n${total}\n`;
}

function rowOf(suite: ListedSuite, each: ListedCase): readonly string[] {
  const { checks, judged } = each;
  return [
    suite.suite,
    each.critical ? `${each.case} (critical)` : each.case,
    each.targets.map((name) => targetText(suite, name)).join(", "),
    each.tags.join(", "),
    String(each.trials),
    judged === 0 ? String(checks) : `${checks} (${judged} judged)`,
  ].map(printable);
}

/** The one target of a suite has no name that says more than its flow. */
function targetText({ targets }: ListedSuite, name: string): string {
  const target = targets.find((each) => each.target === name);
  return name === "default" && target !== undefined
    ? [target.flow, target.version].join(" ").trim()
    : name;
}
