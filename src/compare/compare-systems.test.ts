import { describe, expect, test } from "vitest";
import { system, type ToldSystem } from "../../fixtures/compare/systems.ts";
import type { SystemCase } from "./cases/compared-system.ts";
import { type CompareOptions, compareSystems } from "./compare-systems.ts";
import type { Comparison } from "./comparison.ts";
import { parseGate } from "./gates/parse-gate.ts";
import { preferenceMetric } from "./pairwise/preference-metric.ts";
import { settlePair } from "./pairwise/settle-pair.ts";
import { tallyPreferences } from "./pairwise/tally-preferences.ts";
import type { Preference } from "./statistics/preference/reconcile-orders.ts";
import { times } from "./testing/compared.ts";

type Cases = readonly Partial<SystemCase>[];

/** So many cases that pass, then so many that do not. */
function outcomes(passed: number, failed: number, of: Partial<SystemCase> = {}): Cases {
  const all = [...times(passed, true), ...times(failed, false)];
  return all.map((each, index) => ({ case: `c${index}`, passed: each, ...of }));
}

function compare(a: Cases, b: Cases, options?: CompareOptions): Comparison {
  return compareSystems(system({ cases: a }), system({ run: "r2", cases: b }), options);
}

function verdictOf({ metrics }: Comparison, name = "pass_rate"): string | undefined {
  return metrics.find(({ metric }) => metric === name)?.verdict;
}

describe("without gates", () => {
  test.each<[string, Cases, Cases, object]>([
    [
      "worse fails",
      outcomes(40, 0),
      outcomes(20, 20),
      { gate: "fail", exitCode: 1, reason: "pass_rate is worse" },
    ],
    ["better passes", outcomes(20, 20), outcomes(40, 0), { gate: "pass", exitCode: 0 }],
    [
      "undecided passes, and says so",
      outcomes(38, 2),
      outcomes(37, 3),
      {
        gate: "undecided",
        exitCode: 0,
        reason: "pass_rate undecided, and no quality is shown to be worse",
      },
    ],
    [
      "a score that is worse fails",
      outcomes(40, 0).map((each, index) => ({
        ...each,
        scores: new Map([["tone", 4 + (index % 2)]]),
      })),
      outcomes(40, 0).map((each, index) => ({
        ...each,
        scores: new Map([["tone", 2 + (index % 3)]]),
      })),
      { gate: "fail", exitCode: 1, reason: "score.tone is worse" },
    ],
    [
      "time that is worse does not",
      outcomes(40, 0, { latencyMs: 100 }),
      outcomes(40, 0, { latencyMs: 300 }),
      { gate: "undecided", exitCode: 0 },
    ],
    [
      "a critical case that broke fails, however many there are",
      outcomes(10, 0).map((each, index) => ({ ...each, critical: index === 9 })),
      outcomes(9, 1),
      { gate: "fail", exitCode: 1, reason: "critical case s/c9 broke" },
    ],
    [
      "a critical case that was broken before does not",
      outcomes(9, 1).map((each, index) => ({ ...each, critical: index === 9 })),
      outcomes(9, 1),
      { gate: "undecided", exitCode: 0 },
    ],
  ])("%s", (_, a, b, expected) => {
    expect(compare(a, b)).toMatchObject(expected);
  });

  test("undecided is exit 3 where that is asked for", () => {
    expect(compare(outcomes(38, 2), outcomes(37, 3), { strict: true })).toMatchObject({
      gate: "undecided",
      exitCode: 3,
      reason: "cannot tell: pass_rate undecided",
    });
  });
});

describe("gates", () => {
  const worse = "pass_rate.not_worse_than=0.05";
  const slower = "latency.ratio_at_most=1.2";

  test.each<[string, Cases, Cases, readonly string[], object]>([
    [
      "all pass",
      outcomes(200, 0),
      outcomes(200, 0),
      [worse],
      { gate: "pass", exitCode: 0, reason: "every gate passed" },
    ],
    [
      "one fails",
      outcomes(200, 0, { latencyMs: 100 }),
      outcomes(200, 0, { latencyMs: 150 }),
      [worse, slower],
      { gate: "fail", exitCode: 1, reason: "gate latency.ratio_at_most=1.2 failed" },
    ],
    [
      "one is undecided",
      outcomes(20, 0),
      outcomes(20, 0),
      [worse],
      { gate: "undecided", exitCode: 0 },
    ],
    [
      "nothing else decides",
      outcomes(40, 0, { latencyMs: 100 }),
      outcomes(20, 20, { latencyMs: 50 }),
      [slower],
      { gate: "pass", exitCode: 0 },
    ],
    [
      "but a critical case",
      outcomes(200, 0, { critical: true, latencyMs: 100 }),
      outcomes(199, 1, { latencyMs: 100 }),
      [slower],
      { gate: "fail", exitCode: 1, reason: "critical case s/c199 broke" },
    ],
  ])("%s", (_, a, b, gates, expected) => {
    expect(compare(a, b, { gates: gates.map(parseGate) })).toMatchObject(expected);
  });

  test("are those of the suites of B, each over its own cases", () => {
    const both = (one: Cases, other: Cases): Cases => [
      ...one.map((each) => ({ ...each, suite: "one" })),
      ...other.map((each) => ({ ...each, suite: "other" })),
    ];
    const cases = both(outcomes(60, 0), outcomes(0, 60));
    const gates = [parseGate("pass_rate.at_least=0.9")];
    const a = system({ cases });
    const { gates: judged } = compareSystems(a, system({ run: "r2", cases, gates }));
    expect(judged.map(({ suite, outcome }) => [suite, outcome])).toEqual([
      ["one", "pass"],
      ["other", "fail"],
    ]);
    const given = compareSystems(a, system({ run: "r2", cases, gates }), {
      gates: [parseGate("pass_rate.at_least=0.3")],
    });
    expect(given.gates).toMatchObject([{ outcome: "pass" }]);
    expect(given.gates[0]).not.toHaveProperty("suite");
  });

  test("are judged as one where suites of B ask for the same under one name", () => {
    const cases = ["one", "other"].flatMap((suite) =>
      outcomes(20, 0).map((each) => ({ ...each, suite })),
    );
    const gates = [parseGate("pass_rate.at_least=0.9")];
    const a = system({ cases });
    const b = system({ run: "r2", cases, gates });
    const judged = (together: readonly (string | undefined)[]): readonly unknown[] => {
      const suites = b.suites.map((each, index) => ({ ...each, together: together[index] }));
      return compareSystems(a, { ...b, suites }).gates.map(({ suite, outcome }) => [
        suite,
        outcome,
      ]);
    };
    expect(judged(["all", "all"])).toEqual([["all", "pass"]]);
    expect(judged([undefined, "all"])).toEqual([
      ["one", "undecided"],
      ["all", "undecided"],
    ]);
  });

  test("a gate cannot pass on what is left when the rest cannot be compared", () => {
    const judges = (hash: string, from: number): Cases =>
      outcomes(200, 0).map((each, index) =>
        index < from ? each : { ...each, judges: [{ judge: hash, models: ["m"] }] },
      );
    const gates = [parseGate(worse)];
    expect(compare(judges("1", 200), judges("2", 200), { gates }).gate).toBe("pass");
    const mixed = compare(judges("1", 190), judges("2", 190), { gates });
    expect(mixed.gate).toBe("undecided");
    expect(mixed.metrics[0]).toMatchObject({ verdict: "not_worse", pairs: 190, leftOut: 10 });
    expect(compare(judges("1", 190), judges("2", 190), { gates, allow: ["judge"] }).gate).toBe(
      "pass",
    );
    const versions = (agent: string): Cases =>
      outcomes(200, 0).map((each, index) =>
        index < 190 ? each : { ...each, served: { agent: [agent], judge: [] } },
      );
    expect(compare(versions("1"), versions("2"), { gates }).gate).toBe("undecided");
  });
});

describe("cases that nobody has decided", () => {
  const open = (count: number, of: Partial<SystemCase> = {}): Cases =>
    outcomes(200, 0, of).map((each, index) =>
      index < count ? { ...each, passed: undefined, tokens: undefined } : each,
    );
  const all = outcomes(200, 0, { tokens: 100 });

  test.each<[string, Cases, string, object]>([
    ["can change nothing", open(4), "pass_rate.not_worse_than=0.1", { gate: "pass", exitCode: 0 }],
    ["of B alone", open(4), "pass_rate.at_least=0.9", { gate: "pass", exitCode: 0 }],
    [
      "might be those that got worse",
      open(60),
      "pass_rate.not_worse_than=0.1",
      {
        gate: "undecided",
        exitCode: 3,
        reason:
          "cannot tell: cases that are not decided could change gate pass_rate.not_worse_than=0.1",
      },
    ],
    ["might be of B alone", open(60), "pass_rate.at_least=0.9", { exitCode: 3 }],
    ["have no worst", open(1, { tokens: 90 }), "tokens.ratio_at_most=2", { exitCode: 3 }],
  ])("%s", (_, b, gate, expected) => {
    expect(compare(all, b, { gates: [parseGate(gate)] })).toMatchObject(expected);
  });

  test.each([[true], [false]])("a critical one leaves it open that passed before: %j", (passed) => {
    const before = outcomes(200, 0).map((each, index) =>
      index === 0 ? { ...each, critical: true, passed } : each,
    );
    const gates = [parseGate("pass_rate.at_least=0.9")];
    expect(compare(before, open(1), { gates })).toMatchObject(
      passed
        ? { exitCode: 3, reason: "cannot tell: critical case s/c0 is not decided" }
        : { exitCode: 0, gate: "pass" },
    );
  });
});

test("each of two gates of one metric is held against its own bound", () => {
  const gates = ["pass_rate.not_worse_than=0.02", "pass_rate.not_worse_than=0.2"].map(parseGate);
  const { gates: judged } = compare(outcomes(60, 0), outcomes(60, 0), { gates });
  expect(judged.map(({ outcome }) => outcome)).toEqual(["undecided", "pass"]);
});

test("what is undecided does not claim that nothing else got worse", () => {
  const gates = [parseGate("latency.ratio_at_most=1.2")];
  const comparison = compare(outcomes(40, 0), outcomes(20, 20), { gates });
  expect(verdictOf(comparison)).toBe("worse");
  expect(comparison.reason).toBe("gate latency.ratio_at_most=1.2 undecided, and no gate failed");
});

test("a preference that nobody was asked for is undecided, and says how to ask", () => {
  const gates = [parseGate("preference.at_least=0.45")];
  const { gates: judged, exitCode } = compare(outcomes(9, 0), outcomes(9, 0), { gates });
  expect(judged).toMatchObject([
    { outcome: "undecided", message: "nobody was asked: --pairwise asks a judge" },
  ]);
  expect(exitCode).toBe(0);
});

describe("a preference of which judgments are missing", () => {
  const told = (winner: Preference | null) =>
    settlePair([
      { first: "a", prefers: winner, reasoning: "", evidence: "" },
      { first: "b", prefers: winner, reasoning: "", evidence: "" },
    ]);
  const tallied = (wins: number, missing: number) =>
    preferenceMetric(tallyPreferences([...times(wins, told("b")), ...times(missing, told(null))]));

  test.each([
    [40, 0, "pass", 0],
    [40, 2, "pass", 0],
    [40, 30, "undecided", 3],
    [0, 40, "undecided", 0],
  ])("%i won, %i missing: %s, exit %i", (wins, missing, gate, exitCode) => {
    const options = {
      gates: [parseGate("preference.at_least=0.6")],
      preference: tallied(wins, missing),
    };
    const comparison = compare(outcomes(70, 0), outcomes(70, 0), options);
    expect(comparison).toMatchObject({ gate, exitCode });
    if (exitCode === 3) expect(comparison.gates[0]?.message).toMatch(/30 cases lack a judgment$/u);
  });
});

describe("a run and itself", () => {
  const run: ToldSystem = {
    cases: outcomes(7, 3, { latencyMs: 100, scores: new Map([["tone", 3]]) }),
  };

  test.each([[undefined], [["pass_rate.not_worse_than=0.05", "latency.ratio_at_most=1.1"]]])(
    "is not worse, however few cases and strict rules there are: %j",
    (gates) => {
      const options = { strict: true, gates: gates?.map(parseGate) };
      const comparison = compareSystems(system(run), system(run), options);
      expect(comparison).toMatchObject({ gate: "pass", exitCode: 0 });
      expect(comparison.metrics.map(({ verdict }) => verdict)).toEqual(
        comparison.metrics.map(() => "not_worse"),
      );
      expect(comparison.flips).toEqual({ fixed: [], broken: [] });
    },
  );

  test("still has to reach what is asked of it alone", () => {
    const gates = [parseGate("pass_rate.at_least=0.99")];
    expect(compareSystems(system(run), system(run), { gates })).toMatchObject({ exitCode: 1 });
  });

  test("a copy of it from before it went on is not the same", () => {
    const gates = [parseGate("pass_rate.not_worse_than=0.05")];
    const earlier = system({ cases: outcomes(10, 0, { latencyMs: 100 }) });
    const comparison = compareSystems(earlier, system(run), { gates });
    expect(comparison.gate).not.toBe("pass");
    expect(comparison.flips.broken).toHaveLength(3);
  });

  test("another run that came to the same is another run", () => {
    const other = compareSystems(system(run), system({ ...run, run: "r2" }));
    expect(other.gate).toBe("undecided");
  });
});

test("nothing in common is an error that says what each has", () => {
  const a = outcomes(2, 0, { suite: "one" });
  expect(() => compare(a, outcomes(3, 0, { suite: "other" }))).toThrow(
    expect.objectContaining({
      code: "COMPARE_NOTHING_IN_COMMON",
      message: "the two have no case in common: A has 2 of suite one; B has 3 of suite other",
    }),
  );
  expect(() => compare(a, [])).toThrow(/B has no case/u);
});

test("where nothing can be compared nobody can tell, strict or not", () => {
  const comparison = compare(outcomes(9, 0, { question: "1" }), outcomes(9, 0, { question: "2" }));
  expect(comparison).toMatchObject({
    exitCode: 3,
    reason: "cannot tell: nothing can be compared",
    comparable: { paired: 0 },
  });
  expect(verdictOf(comparison)).toBe("not_comparable");
});

test("one case invents no interval", () => {
  const comparison = compare(
    outcomes(1, 0, { latencyMs: 100, toolCalls: 1 }),
    outcomes(1, 0, { latencyMs: 900, toolCalls: 9 }),
  );
  const [, latency, calls] = comparison.metrics;
  expect([latency, calls]).toMatchObject([
    { low: null, high: null, verdict: "undecided" },
    { low: null, high: null, verdict: "undecided" },
  ]);
  expect(verdictOf(comparison)).toBe("undecided");
  // Nothing shows how often cases differ, so nobody knows how many it takes.
  expect(comparison.metrics.filter(({ needCases }) => needCases !== undefined)).toEqual([]);
  expect(comparison.notes).toContain("one case says nothing about others: look at the case itself");
});

test("quarantine decides nothing, and is told apart", () => {
  const b = outcomes(20, 20).map((each, index) => ({ ...each, quarantined: index >= 20 }));
  const comparison = compare(outcomes(40, 0), b);
  expect(comparison.gate).not.toBe("fail");
  expect(comparison.flips.broken).toEqual([]);
  expect(comparison.comparable.quarantined).toHaveLength(20);
  expect(comparison.cases.filter(({ leftOut }) => leftOut === "quarantined")).toHaveLength(20);
});

test("what a reader must know is noted", () => {
  const a = system({ cases: outcomes(10, 0), labels: ["scripted"], agentModel: "script/a" });
  const open = outcomes(10, 0, { tags: ["x"], latencyMs: 3 }).map((each, index) => {
    return index < 9 ? each : { ...each, passed: undefined };
  });
  const b = system({ run: "r2", end: "interrupted", cases: open });
  const { notes, metrics } = compareSystems(a, b, { allow: ["kind"] });
  expect(metrics[0]).toMatchObject({ missing: 1, bounds: { worst: -0.1, best: 0 } });
  expect(notes).toEqual([
    "the run of B was interrupted: 1 of its 10 cases are not decided",
    "10 cases are compared all the same (kind): A is a script, B is no script and no replay",
    "10 cases are few: look at the cases themselves more than at the rates",
    "1 case is not decided on both sides: with them the difference of the pass rates is -10 points at worst and 0 points at best",
  ]);
});

test("a worse area shows although the total does not, with how many looks there were", () => {
  const tagged = (broken: number): Cases =>
    outcomes(100, 0).map((each, index) => ({
      ...each,
      passed: index >= broken && (broken === 0 ? index < 92 : true),
      tags: [index < 12 ? "area" : "rest"],
    }));
  const comparison = compare(tagged(0), tagged(9));
  expect(verdictOf(comparison)).toBe("undecided");
  const [area] = comparison.byTag["area"] ?? [];
  expect(area).toMatchObject({ verdict: "worse", pairs: 12 });
  expect(area?.adjustedP).toBeGreaterThan(area?.p ?? 1);
  expect(comparison.notes.join()).toContain("2 looks at the same data");
});
