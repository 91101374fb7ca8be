import { expect, test } from "vitest";
import { createPaint } from "../format/index.ts";
import type { FlowCoverage } from "../record/index.ts";
import { coverageTable } from "./coverage-table.ts";

const all = { reached: 1, total: 1, missing: [] };
const tools = { reached: 0, total: 1, missing: ["get_issue"] };
const of = (flow: string, version: string): FlowCoverage => {
  return { flow, version, components: all, routes: all, tools };
};

test.each([
  [[of("a", "1.0.0")], ["a: tools"]],
  [
    [of("a", "1.0.0"), of("a", "1.1.0"), of("b", "1.0.0")],
    ["a 1.0.0: tools", "a 1.1.0: tools", "b: tools"],
  ],
])("what is missing names the version where a flow has several: %j", (coverage, expected) => {
  const lines = coverageTable(coverage, createPaint(false)).split("\n");
  const missing = lines.filter((line) => line.includes("not reached"));
  expect(missing).toEqual(expected.map((name) => `${name} not reached: get_issue`));
});
