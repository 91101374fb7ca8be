import { expect, test } from "vitest";
import { type Comparison, compareSystems, systemOfRun, targetsOfRun } from "../../compare/index.ts";
import type { RunRecord } from "../../record/index.ts";
import { hostileTexts } from "../testing/hostile-texts.ts";
import { markdownTrouble, terminalTrouble } from "../testing/inert.ts";
import { hostileRun } from "../testing/whole-run.ts";
import { markdown, pretty } from "./reporters/index.ts";

/** Of a run with one that does as well, and one that does worse. */
function compared(record: RunRecord): readonly Comparison[] {
  const target = targetsOfRun(record)[0] ?? "";
  const system = systemOfRun(record, target);
  const failing = record.cases.map((each) => ({ ...each, outcome: "fail" as const }));
  const worse = systemOfRun({ ...record, cases: failing }, target);
  return [compareSystems(system, system, {}), compareSystems(system, worse, {})];
}

test.each(Object.entries(hostileTexts))("%s stays text in a comparison", async (_, payload) => {
  const { record } = await hostileRun(payload);
  const options = { color: false, verbose: true };
  for (const comparison of compared(record)) {
    expect(terminalTrouble(pretty.format({ comparison }, options))).toEqual([]);
    expect(terminalTrouble(pretty.format({ comparison }, { ...options, color: true }))).toEqual([]);
    expect(markdownTrouble(markdown.format({ comparison }, options))).toEqual([]);
  }
});
