import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type {
  CheckRecord,
  Outcome,
  PlannedCase,
  PlannedSuite,
  RunEvent,
  RunStarted,
  ServedModels,
  TrialRecord,
} from "../../src/record/index.ts";

/** A case as a test tells it; what is left out is as in {@link toldRun}. */
export interface ToldCase {
  readonly case: string;
  readonly suite?: string;
  readonly target?: string;
  readonly outcome?: Outcome;
  /** One trial for each, instead of `outcome`. */
  readonly trials?: readonly Outcome[];
  /** Trials that were planned besides, and never run. */
  readonly missing?: number;
  readonly require?: number;
  readonly critical?: boolean;
  readonly tags?: readonly string[];
  readonly quarantine?: PlannedCase["quarantine"];
  /** `null` for a journal that does not tell. */
  readonly question?: string | null;
  readonly hash?: string;
  /** What does not pass breaks a check that code decides; else a judge has decided it, where there is one. */
  readonly decidable?: true;
  /** Hash and name of the judge. */
  readonly judge?: readonly [hash: string, model: string];
  /** Grades by rubric, from the judge. */
  readonly scores?: Readonly<Record<string, number>>;
  readonly served?: ServedModels;
  readonly activeMs?: number;
  readonly tokens?: number;
  readonly costUsd?: number | null;
}

/** A run as a test tells it. */
export interface ToldRun {
  readonly cases: readonly ToldCase[];
  readonly labels?: RunStarted["labels"];
  readonly agentModel?: string;
  readonly gates?: NonNullable<PlannedSuite["gates"]>["rules"];
  /** Left out: the run came to its end. */
  readonly end?: "interrupted" | "unfinished";
}

/** The events of a run that never happened: one suite `s`, one target `default`, every case passes once. */
export function toldRun(run: string, told: ToldRun): readonly RunEvent[] {
  const { cases, labels = [], agentModel = "anthropic/claude-a", gates, end } = told;
  const suites = [...new Set(cases.map(({ suite = "s" }) => suite))].toSorted();
  const started: RunStarted = {
    type: "run_started",
    schemaVersion: 1,
    run,
    at,
    versions: { flowproof: "0.0.0", node: "v20" },
    seed: 0,
    labels,
    suites: suites.map((suite) => ({
      suite,
      file: `${suite}.suite.yml`,
      hash: "",
      targets: [...new Set(cases.map(({ target = "default" }) => target))].map((target) => {
        return { target, flow: "helper", version: "1.0.0", agentModel };
      }),
      agentModel,
      judgeModel: "anthropic/claude-j",
      ...(gates !== undefined && { gates: { rules: gates } }),
    })),
    plan: cases.map(planned),
  };
  const finished = cases.flatMap((each) => finishedTrials(each));
  if (end === "unfinished") return [started, ...finished];
  return [started, ...finished, { type: "run_finished", at, reason: end ?? "done" }];
}

const at = "2026-01-01T00:00:00.000Z";

function planned(told: ToldCase): PlannedCase {
  const { suite = "s", case: id, target = "default", question = `question ${id}` } = told;
  const { trials = [told.outcome ?? "pass"], missing = 0, quarantine } = told;
  const count = trials.length + missing;
  return {
    suite,
    case: id,
    target,
    trials: count,
    require: told.require ?? count,
    critical: told.critical ?? false,
    tags: told.tags ?? [],
    ...(quarantine !== undefined && { quarantine }),
    hash: told.hash ?? `hash ${id}`,
    ...(question !== null && { question }),
  };
}

function finishedTrials(told: ToldCase): readonly RunEvent[] {
  const { suite = "s", case: id, target = "default", trials = [told.outcome ?? "pass"] } = told;
  return trials.map((outcome, trial): RunEvent => {
    const key = { suite, case: id, target, trial };
    return { type: "trial_finished", ...key, at, record: trialRecord(told, outcome, trial) };
  });
}

function trialRecord(told: ToldCase, outcome: Outcome, trial: number): TrialRecord {
  const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  const { activeMs = 100, tokens = 10, costUsd = null, served } = told;
  return {
    trial,
    outcome,
    checks: checksOf(told, outcome),
    calls: [],
    status: "completed",
    route: [],
    answer: "",
    turns: 1,
    replies: 1,
    activeMs,
    waitMs: 0,
    firstTokenMs: null,
    usage: { ...none, inputTokens: tokens },
    judgeUsage: none,
    ...(served !== undefined && { servedModels: served }),
    costUsd,
  };
}

function checksOf(told: ToldCase, outcome: Outcome): readonly CheckRecord[] {
  const { judge, scores = {}, decidable = false } = told;
  const end = outcome === "pass" ? "pass" : "fail";
  const judged = { judged: true, outcome: end, message: "" } as const;
  const [hash, model] = judge ?? ["judge", "anthropic/claude-j"];
  const judgment = {
    criterion: "It is kind",
    fingerprint: hash,
    judge: hash,
    judges: [{ model, fingerprint: hash, verdict: "met" as const, votes: [] }],
  };
  const rubrics = Object.entries(scores).map(([rubric, grade], index): CheckRecord => {
    const score = { rubric, grade, of: 5, atLeast: 3 };
    return { ...judged, id: `rubric#${index + 1}`, check: "rubric", score, judgment };
  });
  const answer = {
    id: "answer#1",
    check: "answer",
    judged: false,
    outcome: end,
    message: "",
  } as const;
  return [
    ...(decidable ? [answer] : []),
    ...rubrics,
    ...(judge === undefined ? [] : [{ ...judged, id: "judge#1", check: "judge", judgment }]),
  ];
}

/** A folder with runs that never happened. */
export interface ToldRuns {
  readonly folder: string;
  run(id: string, told: ToldRun): void;
  write(path: string, text: string): void;
  [Symbol.dispose](): void;
}

export function toldRuns(runs: Readonly<Record<string, ToldRun>> = {}): ToldRuns {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-told-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const run = (id: string, told: ToldRun): void => {
    const lines = toldRun(id, told).map((event) => `${JSON.stringify(event)}\n`);
    write(join("reports", id, "events.jsonl"), lines.join(""));
  };
  for (const [id, told] of Object.entries(runs)) run(id, told);
  return {
    folder,
    run,
    write,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
