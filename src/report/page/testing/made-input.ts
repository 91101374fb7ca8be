import type {
  CaseRecord,
  CheckRecord,
  Outcome,
  RunRecord,
  TranscriptText,
  TrialRecord,
  TrialTranscript,
} from "../../../record/index.ts";
import type { RunInput } from "../../report-input.ts";

/** How a made-up run is. */
export interface MadeRun {
  readonly run: string;
  readonly cases: number;
  /** Of each case. */
  readonly trials: number;
  /** Stands in every text of foreign origin. */
  readonly text?: (what: string) => string;
}

const noUsage = { inputTokens: 900, outputTokens: 80, cacheReadTokens: 0, cacheWriteTokens: 0 };
const hash = "0".repeat(64);
const suites = ["counts", "triage", "planning", "reviews"] as const;

/** Every tenth case loses its first trial, every twentieth all of them, some are undecided. */
function outcomeOf(index: number, trial: number): Outcome {
  if (index % 50 === 49) return "judge_error";
  if (index % 20 === 19) return index % 40 === 39 ? "agent_error" : "fail";
  return index % 10 === 9 && trial === 0 ? "fail" : "pass";
}

/** A run with transcripts, the same each time: for tests and measurements of the page. */
export function madeInput(made: MadeRun): RunInput {
  const indexes = Array.from({ length: made.cases }, (_, index) => index);
  const cases = indexes.map((index) => madeCase(index, made));
  const transcripts = cases.flatMap((each) =>
    each.trials.map((trial) => madeTranscript(each, trial, made)),
  );
  return { record: { ...madeRecord(made, cases), end: "done" }, transcripts, omitted: [] };
}

function madeRecord(
  { run, text = same }: MadeRun,
  cases: readonly CaseRecord[],
): Omit<RunRecord, "end"> {
  const names = [...new Set(cases.map(({ suite }) => suite))];
  return {
    cases,
    started: {
      type: "run_started",
      schemaVersion: 1,
      run,
      at: "2026-01-02T03:04:05.000Z",
      versions: { flowproof: "0.1.0", node: "20.20.2" },
      seed: 1,
      labels: [],
      judges: [
        {
          name: text("anthropic/claude-haiku-4-5"),
          judge: hash,
          criteria: 2,
          calibration: { state: "uncalibrated" },
        },
      ],
      suites: names.map((suite) => ({
        suite,
        file: text("suites/made.suite.yml"),
        hash,
        targets: [{ target: "default", flow: text("data_analyst"), version: "1.0.0" }],
        agentModel: text("anthropic/claude-sonnet-4-6"),
        judgeModel: text("anthropic/claude-haiku-4-5"),
      })),
      plan: [],
    },
  };
}

function madeCase(index: number, { trials, text = same }: MadeRun): CaseRecord {
  const outcomes = Array.from({ length: trials }, (_, trial) => outcomeOf(index, trial));
  const undecided = outcomes.find((outcome) => outcome === "judge_error");
  const outcome = undecided ?? outcomes.find((each) => each !== "pass") ?? "pass";
  return {
    suite: text(suites[index % suites.length] ?? "counts"),
    case: text(`case-${String(index + 1).padStart(4, "0")}`),
    target: "default",
    tags: index % 3 === 0 ? [text("smoke")] : [],
    critical: index % 25 === 24,
    require: trials,
    outcome,
    trials: outcomes.map((each, trial) => madeTrial(each, trial, text)),
  };
}

function madeTrial(outcome: Outcome, trial: number, text: (what: string) => string): TrialRecord {
  const isWell = outcome === "pass";
  return {
    trial,
    outcome,
    ...(!isWell && { reason: text('judge#1: "The answer says 42" is not met') }),
    ...(outcome === "fail" && { hint: text("tools:\n  get_issue:\n    - returns: TODO") }),
    checks: [calledCheck(text), judgeCheck(isWell, text)],
    calls: [
      {
        component: text("analyst"),
        tool: text("run_glql_query"),
        args: { query: text("state = opened") },
        isError: false,
      },
    ],
    apiRequests: [{ method: "GET", path: text("/api/v4/projects/7/issues") }],
    status: "completed",
    route: [text("analyst"), text("writer")],
    answer: text(answerOf(isWell)),
    turns: 1,
    replies: 2,
    activeMs: 900 + trial * 130,
    waitMs: 0,
    firstTokenMs: 300 + trial * 10,
    usage: noUsage,
    judgeUsage: noUsage,
    costUsd: 0.0031,
  };
}

function calledCheck(text: (what: string) => string): CheckRecord {
  return {
    id: "called#1",
    check: "called",
    judged: false,
    outcome: "pass",
    message: text("run_glql_query was called once"),
    details: text("expected  run_glql_query\nactual    run_glql_query"),
  };
}

function judgeCheck(isWell: boolean, text: (what: string) => string): CheckRecord {
  const verdict = isWell ? "met" : "not_met";
  return {
    id: "judge#1",
    check: "judge",
    judged: true,
    outcome: isWell ? "pass" : "fail",
    message: text(`"The answer says 42" is ${isWell ? "met" : "not met"}`),
    judgment: {
      criterion: text("The answer says that there are 42 open issues"),
      fingerprint: hash,
      judge: hash,
      judges: [
        {
          model: text("anthropic/claude-haiku-4-5"),
          fingerprint: hash,
          verdict,
          votes: [
            {
              verdict,
              evidence: isWell ? "There are **42** open issues" : "I do not know",
              from: ["answer"],
              reasoning: text("The answer names the number that the query returned."),
            },
          ],
        },
      ],
    },
  };
}

function answerOf(isWell: boolean): string {
  return isWell
    ? "There are 42 open issues in shop/web.\n\nOf these, seven are older than a month."
    : "I do not know how many issues are open in shop/web.";
}

function madeTranscript(
  of: CaseRecord,
  { trial, outcome, answer }: TrialRecord,
  { text = same }: MadeRun,
): TrialTranscript {
  const whole = (what: string): TranscriptText => ({ text: text(what) });
  const component = text("analyst");
  const model = text("anthropic/claude-sonnet-4-6");
  const question = whole("How many open issues does shop/web have?");
  return {
    suite: of.suite,
    case: of.case,
    target: of.target,
    trial,
    outcome,
    steps: [
      { type: "user", turn: 0, text: question },
      { type: "entered", component },
      {
        type: "reply",
        component,
        model,
        text: whole("Let me count."),
        callIds: ["c1"],
        activeMs: 400,
      },
      {
        type: "call",
        component,
        callId: "c1",
        tool: text("run_glql_query"),
        args: { text: JSON.stringify({ query: text('state = opened and project = "shop/web"') }) },
        content: whole(
          `{"data":{"count":42,"nodes":[{"iid":"1","title":"Login fails"},{"iid":"2","title":"Cart is empty"}]}}`,
        ),
        isError: false,
        durationMs: 12,
        answeredBy: "mock 1 of 2",
      },
      { type: "note", component, kind: "cycle_warning", text: whole("9 remaining") },
      {
        type: "reply",
        component,
        model,
        text: { text: answer },
        callIds: [],
        answers: 0,
        activeMs: 500,
      },
    ],
    exchanges: [{ user: question, answer: { text: answer }, calls: 1 }],
    earlier: [],
  };
}

function same(what: string): string {
  return what;
}
