import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readRun, type RunRecord, type TrialRecord } from "../../record/index.ts";
import { csv } from "./csv.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { openmetrics } from "./openmetrics.ts";

const options = { color: false, verbose: false };
const record = await readRun("fixtures/records/every-outcome");

/** The same run with other trials, and labels. */
function changed(
  change: Partial<TrialRecord>,
  labels: RunRecord["started"]["labels"] = [],
): RunRecord {
  const cases = record.cases.map((each) => ({
    ...each,
    trials: each.trials.map((trial) => ({ ...trial, ...change })),
  }));
  return { ...record, cases, started: { ...record.started, labels } };
}

function metricNames(of: RunRecord): readonly string[] {
  return [...openmetrics.format(of, options).matchAll(/^# TYPE (\w+)/gm)].map(
    ([, name]) => name ?? "",
  );
}

function csvColumn(of: RunRecord, name: string): readonly string[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(csv.format(of, options), {
    columns: true,
  });
  return rows.map((row) => row[name] ?? "no such column");
}

describe("openmetrics", () => {
  test("has the interval of each rate, and p50 over cases", () => {
    const text = openmetrics.format(record, options);
    expect(text).toContain('flowproof_pass_ratio{suite="counts",target="default"} 0.5\n');
    expect(text).toMatch(/flowproof_pass_low_ratio\{suite="counts",target="default"\} 0\.1500/);
    expect(text).toMatch(/flowproof_pass_high_ratio\{suite="counts",target="default"\} 0\.8499/);
    expect(text).toContain('flowproof_latency_p50_seconds{suite="counts",target="default"} 0.12\n');
    expect(text).toContain('flowproof_gate{flowproof_gate="fail"} 1\n');
    // No case of it is decided: no rate, and no zero in its place.
    expect(text).not.toMatch(/ratio\{suite="triage"/);
  });

  test("has no times of a replay, and none of a target that does not tell", () => {
    const times = ["flowproof_latency_p50_seconds", "flowproof_first_token_p50_seconds"];
    expect(metricNames(changed({}))).toEqual(expect.arrayContaining(times));
    for (const silent of [changed({}, ["replay"]), changed({ unknown: ["times"] })]) {
      expect(metricNames(silent).filter((name) => times.includes(name))).toEqual([]);
    }
  });

  test("has no cost without a price, and no tokens of a target that does not tell", () => {
    expect(metricNames(changed({ costUsd: 0.5 }))).toContain("flowproof_cost_usd");
    expect(metricNames(changed({ costUsd: null }))).not.toContain("flowproof_cost_usd");
    const silent = openmetrics.format(changed({ unknown: ["usage"] }), options);
    expect(silent).not.toContain('role="agent"');
    expect(silent).toContain('role="judge"');
  });

  test("says what kind of run it was", () => {
    expect(openmetrics.format(record, options)).toContain('labels="scripted,summarized_tools"} 1');
    expect(openmetrics.format(changed({}), options)).toContain('labels="none"} 1');
  });
});

describe("csv", () => {
  test("has a row per trial", () => {
    const trials = record.cases.flatMap((each) => each.trials.map(() => each.case));
    expect(csvColumn(record, "case")).toEqual(trials);
    expect(csvColumn(record, "trial").slice(2, 5)).toEqual(["1", "2", "3"]);
    expect(new Set(csvColumn(record, "labels"))).toEqual(new Set(["scripted summarized_tools"]));
  });

  test.each([
    ["active_ms", changed({ unknown: ["times"] })],
    ["active_ms", changed({}, ["replay"])],
    ["input_tokens", changed({ unknown: ["usage"] })],
    ["tool_calls", changed({ unknown: ["calls"] })],
    ["cost_usd", changed({ costUsd: null })],
  ])("%s is empty where it is not known", (name, silent) => {
    expect(new Set(csvColumn(silent, name))).toEqual(new Set([""]));
    expect(csvColumn(changed({ costUsd: 0 }), name)).not.toContain("");
  });

  test("answers fit into a cell", () => {
    const [answer] = csvColumn(changed({ answer: "a".repeat(100_000) }), "answer");
    expect(answer).toHaveLength(32_000);
  });
});

describe("markdown", () => {
  const many: RunRecord = {
    ...record,
    cases: Array.from({ length: 400 }, (_, index) =>
      record.cases.map((each) => ({
        ...each,
        case: `${each.case}-${index}`,
        trials: each.trials.map((trial) => ({ ...trial, answer: "word ".repeat(1000) })),
      })),
    ).flat(),
  };

  test("is the whole of a small run", async () => {
    await expect(markdown.format(record, options)).toMatchFileSnapshot(
      "../../../fixtures/records/every-outcome/report.md",
    );
  });

  test("of a run of any size is a comment that GitLab takes, and says what it leaves out", () => {
    const text = markdown.format(many, options);
    expect(text.length).toBeLessThan(200_001);
    expect(text).toMatch(/^### flowproof eval: gate fail\n/);
    expect(text).toContain("#### 2000 cases did not pass");
    expect(text).toContain("\n- and 1950 more cases\n");
    expect(text).toMatch(
      /\d+ more cases left out here, because a comment cannot be longer\.\n\n<\/details>\n$/,
    );
    const told = text.match(/^Trial 1: /gm)?.length ?? 0;
    const leftOut = Number(/(\d+) more cases left out/.exec(text)?.[1]);
    expect(told + leftOut).toBe(2000);
  });

  test("of several runs is one as well, however many they are", () => {
    const runs = Array.from({ length: 60 }, (_, index) => ({
      record: index < 3 ? many : record,
      transcripts: [],
      omitted: [],
    }));
    const text = markdown.formatRuns?.({ runs }, options) ?? "";
    expect(text.length).toBeLessThan(201_000);
    expect(text).toContain("| … 20 more | | | | |");
  });
});

test("junit of long answers is of a size that GitLab takes", () => {
  const text = junit.format(changed({ answer: "a".repeat(1_000_000) }), options);
  expect(text.length).toBeLessThan(7 * 21_500);
  expect(text).toContain("aaa…</failure>");
});
