import { judgeRun } from "../../compare/index.ts";
import { type MetricFamily, openMetricsText } from "../../format/index.ts";
import type { Gate, RunRecord } from "../../record/index.ts";
import { groupFamilies } from "../metrics/metric-families.ts";
import { metricGroups } from "../metrics/metric-group.ts";
import type { RunReporter } from "../reporter.ts";

const gates: readonly Gate[] = ["pass", "fail", "undecided"];

/**
 * Numbers for GitLab's metrics report, which compares them by name and labels with those of the target
 * branch: so nothing that differs from run to run is a label, and there are no times of writing.
 */
export const openmetrics: RunReporter = {
  id: "openmetrics",
  extension: "metrics.txt",
  summary: "metrics in OpenMetrics text, for GitLab's metrics report",
  format: (record) => textOf([{ record, labels: {} }]),
  formatRuns: ({ runs }) =>
    textOf(runs.map(({ record }) => ({ record, labels: { run: record.started.run } }))),
};

interface LabeledRun {
  readonly record: RunRecord;
  readonly labels: Readonly<Record<string, string>>;
}

function textOf(runs: readonly LabeledRun[]): string {
  const groups = runs.flatMap(({ record, labels }) => metricGroups(record, labels));
  return openMetricsText([...runFamilies(runs), ...groupFamilies(groups)]);
}

function runFamilies(runs: readonly LabeledRun[]): readonly MetricFamily[] {
  return [
    {
      name: "flowproof_run",
      type: "info",
      help: "What kind of run it was: scripted, replay and other labels; none for live models.",
      samples: runs.map(({ record, labels }) => ({
        labels: { ...labels, labels: record.started.labels.join(",") || "none" },
        value: 1,
      })),
    },
    {
      name: "flowproof_gate",
      type: "stateset",
      help: "What the run comes to.",
      samples: runs.flatMap(({ record, labels }) => {
        const { gate } = judgeRun(record);
        return gates.map((each) => ({
          labels: { ...labels, flowproof_gate: each },
          value: each === gate ? 1 : 0,
        }));
      }),
    },
  ];
}
