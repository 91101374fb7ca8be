import type { FlowInspection, FlowRule } from "../../flow/index.ts";

/** What leaves so little of a flow that whatever else is said of it may only follow from this. */
const blinding: ReadonlySet<FlowRule> = new Set<FlowRule>([
  "E01",
  "E02",
  "E03",
  "E04",
  "E05",
  "E06",
  "E10",
  "E11",
  "E13",
  "E14",
]);

/** Whether enough of a flow could be read to judge what it does. */
export function isReadable({ problems }: Pick<FlowInspection, "problems">): boolean {
  return !problems.some(({ rule }) => blinding.has(rule));
}
