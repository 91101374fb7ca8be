import { describe, expect, test } from "vitest";
import {
  type EvalOptions,
  type EvalRun,
  helperProject,
  runEval,
} from "../../../fixtures/eval/run-eval.ts";
import { AppError } from "../../core/errors/app-error.ts";
import {
  type ChatReply,
  type ChatRequest,
  judgeProtocol,
  type ModelClient,
  ModelError,
} from "../../model/index.ts";
import type { Outcome, RunEvent, TrialRecord } from "../../record/index.ts";

const url = "https://gitlab.example.com/shop/web/-/issues/7";
const script = `script: a
replies:
  - when: { user: { $contains: read it } }
    turns:
      - text: Let me look.
        calls: [{ tool: get_issue, args: { url: "${url}" } }]
      - text: The issue is about the cart.
  - when: { user: { $contains: write it } }
    turns:
      - calls: [{ tool: create_issue_note, args: { url: "${url}", body: hi } }]
      - text: Written.
  - when: { user: { $contains: loop } }
    turns:
      - calls: [{ tool: get_issue, args: { url: "${url}" } }]
      - calls: [{ tool: get_issue, args: { url: "${url}" } }]
      - calls: [{ tool: get_issue, args: { url: "${url}" } }]
      - text: Done.
  - when: { user: { $contains: sometimes } }
    turns: [{ text: "42" }]
    variants: [[{ text: "43" }], [{ text: "42" }]]
  - when: { user: { $contains: break } }
    turns: [{ fault: { status: 529 } }]
  - when: { user: { $contains: hello } }
    turns: [{ text: Hello there. }]
  - when: { judge: { $contains: cart } }
    verdicts: { "1": met, "2": not_met, "3": cannot_tell, "*": met }
  - when: { judge: { $contains: Written } }
    verdicts: { "*": { verdict: met, evidence: Nothing of the kind } }
`;
const head = `suite: one
target: { flow: helper }
script: a.script.yml
tools:
  get_issue: { returns: { title: The cart loses items } }
cases:
`;

async function run(cases: string, options: EvalOptions = {}): Promise<EvalRun> {
  return runEval(helperProject(head + cases, script), options);
}

async function trialOf(text: string, options: EvalOptions = {}): Promise<TrialRecord> {
  const { trials } = await run(`  - { id: a, ${text} }\n`, options);
  const [trial] = trials;
  if (trial === undefined) throw new Error("no trial");
  return trial;
}

const usage = { inputTokens: 1000, outputTokens: 100, cacheReadTokens: 0, cacheWriteTokens: 0 };

function says(text: string): ChatReply {
  return {
    parts: [{ type: "text", text }],
    stopReason: "end_turn",
    usage,
    servedModel: "m",
    firstTokenMs: 5,
    activeMs: 10,
    waitMs: 3,
    attempts: 1,
  };
}

function model(chat: ModelClient["chat"], id = "test/model"): EvalOptions {
  return { sources: { flags: { model: id } }, models: { [id]: { id, kind: "live", chat } } };
}

function types(events: readonly RunEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

test("a trial leaves its whole story in the journal, and its sum in the record", async () => {
  const { events, trials, end, plan } = await run(
    "  - { id: a, ask: read it, expect: [{ called: get_issue }, { answer: cart }] }\n",
  );
  expect(end).toBe("done");
  expect(plan.labels).toEqual(["scripted", "summarized_tools"]);
  expect(types(events)).toEqual([
    "trial_started",
    "component_entered",
    "model_called",
    "tool_called",
    "model_called",
    "component_entered",
    "trial_finished",
    "run_finished",
  ]);
  expect(events[2]).toMatchObject({
    suite: "one",
    case: "a",
    target: "default",
    trial: 0,
    role: "agent",
    component: "helper",
    model: "script/a.script.yml",
    request: { keep: 0, tools: ["get_issue", "create_issue_note"] },
    reply: { stopReason: "tool_use" },
  });
  expect(events[3]).toMatchObject({
    tool: "get_issue",
    args: { url },
    isError: false,
    answeredBy: "mock",
  });
  expect(events[4]).toMatchObject({ request: { keep: 1 } });
  expect(trials[0]).toMatchObject({
    trial: 0,
    outcome: "pass",
    status: "completed",
    route: ["helper", "end"],
    answer: "The issue is about the cart.",
    calls: [{ component: "helper", tool: "get_issue", args: { url }, isError: false }],
    turns: 1,
    replies: 2,
    costUsd: 0,
  });
  expect(trials[0]).not.toHaveProperty("reason");
  expect(trials[0]?.usage.inputTokens).toBeGreaterThan(0);
  expect(trials[0]?.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
    ["called#1", "pass"],
    ["answer#1", "pass"],
  ]);
});

test.each<[string, string, Outcome, RegExp]>([
  ["all checks hold", "ask: read it, expect: [{ called: get_issue }]", "pass", /^none$/u],
  [
    "checks break",
    "ask: read it, expect: [{ not_called: get_issue }, { answer: sorry }, { max_replies: 2 }]",
    "fail",
    /^not_called#1: expected get_issue not to be called, it was called once \(and 1 more\)$/u,
  ],
  ["a call has no mock", "ask: write it, expect: [answer: x]", "suite_error", /create_issue_note/u],
  [
    "the script has no reply",
    "ask: unheard of, expect: [answer: x]",
    "suite_error",
    /no entry of script "a" matches/u,
  ],
  [
    "the provider fails",
    "ask: break it, expect: [answer: x]",
    "infra_error",
    /^MODEL_OVERLOADED: /u,
  ],
  [
    "there is no place",
    "ask: hello, context: { none: true }, expect: [answer: x]",
    "agent_error",
    /^refused: /u,
  ],
  [
    "that is expected",
    "ask: hello, context: { none: true }, expect: [status: refused]",
    "pass",
    /^none$/u,
  ],
  [
    "replies are used up",
    "ask: loop, limits: { max_replies: 2 }, expect: [answer: x]",
    "agent_error",
    /^reply_limit in helper: /u,
  ],
  [
    "that is expected too",
    "ask: loop, limits: { max_replies: 2 }, expect: [status: failed]",
    "pass",
    /^none$/u,
  ],
  [
    "a failure is expected that does not come",
    "ask: hello, expect: [status: failed]",
    "fail",
    /^status#1: expected the flow to end as failed, it ended as completed$/u,
  ],
  ["a criterion is met", "ask: read it, expect: [judge: It names the cart]", "pass", /^none$/u],
  [
    "one of two is not",
    "ask: read it, expect: [judge: [It names the cart, It is rude]]",
    "fail",
    /^judge#2: not met: It is rude$/u,
  ],
  [
    "one is open, one broken",
    "ask: read it, expect: [{ judge: [a b, c d] }, { judge: e f }]",
    "fail",
    /^judge#2: /u,
  ],
  [
    "a check breaks, the judge is still asked",
    "ask: read it, expect: [answer: x, judge: a b]",
    "fail",
    /^answer#1: /u,
  ],
  [
    "the judge cannot be understood",
    "ask: write it, tools: { create_issue_note: { returns: ok } }, expect: [judge: It is written]",
    "judge_error",
    /^judge#1: not judged: It is written$/u,
  ],
  [
    "the judge has no script",
    "ask: hello, expect: [judge: It is kind]",
    "suite_error",
    /judge's request/u,
  ],
  [
    "a mock is missing but allowed to be",
    "ask: write it, unmocked: tool_error, expect: [{ called: { tool: create_issue_note, error: true } }]",
    "pass",
    /^none$/u,
  ],
])("%s", async (_, text, ...[outcome, reason]) => {
  const trial = await trialOf(text);
  expect(trial.outcome).toBe(outcome);
  expect(trial.reason ?? "none").toMatch(reason);
});

test("cannot_tell counts for nobody", async () => {
  const open = script.replace('"1": met', '"1": cannot_tell');
  const { trials } = await runEval(
    helperProject(`${head}  - { id: a, ask: read it, expect: [judge: a b] }\n`, open),
  );
  expect(trials[0]).toMatchObject({
    outcome: "judge_error",
    reason: "judge#1: the judge cannot tell: a b",
    checks: [{ id: "judge#1", judged: true, outcome: "undecided" }],
  });
});

test("all criteria of a case go to the judge in one request, which is recorded", async () => {
  const { events, trials } = await run(
    "  - { id: a, ask: read it, expect: [{ judge: a b }, { answer: cart }, { judge: [c d, e f] }] }\n",
  );
  const judged = events.filter((event) => event.type === "model_called" && event.role === "judge");
  expect(judged).toHaveLength(1);
  expect(judged[0]).toMatchObject({
    component: "judge",
    request: { tools: [judgeProtocol.toolName] },
  });
  expect(trials[0]?.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "judge#1 pass",
    "answer#1 pass",
    "judge#2 fail",
    "judge#3 undecided",
  ]);
  // Why something is right stands in the judgment only.
  expect(trials[0]?.checks[0]).not.toHaveProperty("details");
  expect(trials[0]?.checks[2]?.details).toBe(
    "evidence: The issue is about the cart. (answer)\nreasoning: As the script says.",
  );
  expect(trials[0]?.judgeUsage.inputTokens).toBeGreaterThan(0);
});

test("the judge is not paid for a trial that is lost already", async () => {
  const { events, trials } = await run(
    "  - { id: a, ask: loop, limits: { max_replies: 1 }, expect: [{ judge: a b }, { called: get_issue }] }\n",
  );
  expect(trials[0]?.outcome).toBe("agent_error");
  expect(trials[0]?.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "judge#1 undecided",
    "called#1 pass",
  ]);
  expect(events.some((event) => event.type === "model_called" && event.role === "judge")).toBe(
    false,
  );
});

test("an unmocked call carries a mock to paste, and what was done before", async () => {
  const trial = await trialOf("ask: write it, expect: [answer: x]");
  expect(trial.hint).toContain("create_issue_note");
  expect(trial).toMatchObject({ replies: 1, checks: [], status: "failed", route: ["helper"] });
  expect(trial.usage.outputTokens).toBeGreaterThan(0);
});

test("trials differ by the script's variants, and a case settles by what is required", async () => {
  const { record } = await run(`  - id: a
    ask: sometimes
    expect: [{ answer: { word: "42" } }]
    trials: 3
    require: 2
  - id: b
    ask: sometimes
    expect: [{ answer: { word: "42" } }]
    trials: 3
`);
  const [lenient, strict] = record.cases;
  expect(lenient?.trials.map(({ outcome }) => outcome)).toEqual(["pass", "fail", "pass"]);
  expect([lenient?.outcome, strict?.outcome]).toEqual(["pass", "fail"]);
});

/** A project whose agent is a chat: it waits for the next message. */
function chatProject(suite: string): Readonly<Record<string, string>> {
  return {
    ...helperProject(
      suite,
      `script: a
replies:
  - when: { user: { $contains: first } }
    turns: [{ calls: [{ tool: get_issue, args: { url: "${url}" } }] }, { text: One. }, { text: Two. }]
`,
    ),
    "flows/helper/1.0.0.yml": `version: v1
environment: chat-partial
components:
  - { name: helper, type: AgentComponent, prompt_id: helper, toolset: [get_issue] }
routers: []
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You help. }
`,
  };
}

describe("a conversation", () => {
  test("each turn is checked by what happened in it, the end by all of it", async () => {
    const { trials } = await runEval(
      chatProject(`${head}  - id: a
    conversation:
      - { user: first, expect: [{ answer: One }, { called: get_issue }, { max_replies: 2 }] }
      - { user: second, expect: [{ answer: Two }, { no_calls: true }, { max_replies: 1 }] }
    expect: [{ max_turns: 1 }, { max_replies: 3 }, { max_tool_calls: 1 }]
`),
    );
    expect(trials[0]?.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      "answer#1 pass",
      "called#1 pass",
      "max_replies#1 pass",
      "answer#2 pass",
      "no_calls#1 pass",
      "max_replies#2 pass",
      "max_turns#1 fail",
      "max_replies#3 pass",
      "max_tool_calls#1 pass",
    ]);
    expect(trials[0]).toMatchObject({ outcome: "fail", turns: 2, answer: "Two." });
  });

  test("a flow that does not wait breaks it off", async () => {
    const trial = await trialOf(
      "conversation: [{ user: hello }, { user: and now }], expect: [answer: Hello]",
    );
    expect(trial).toMatchObject({
      outcome: "agent_error",
      reason: "the flow had ended (completed) before turn 2",
    });
  });
});

/** As an agent it says hello; as a judge it finds that kind. */
async function saysHello({ role }: ChatRequest): Promise<ChatReply> {
  if (role === "agent") return says("hello");
  const verdicts = [{ criterion: 1, evidence: "hello", reasoning: "r", verdict: "met" }];
  const name = judgeProtocol.toolName;
  return { ...says(""), parts: [{ type: "tool_call", id: "1", name, args: { verdicts } }] };
}

async function cannotJudge({ role }: ChatRequest): Promise<ChatReply> {
  if (role === "agent") return says("hello");
  throw new ModelError("MODEL_OVERLOADED", "529", { retryable: true });
}

const neverAnswers: ModelClient["chat"] = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(new Error("aborted"));
    });
  });

describe("real models", () => {
  test("cost what their prices say, with the judge's part", async () => {
    const options = { ...model(saysHello), prices: { model: { input: 3, output: 15 } } };
    const trial = await trialOf("ask: hello, expect: [judge: It is kind]", options);
    expect(trial).toMatchObject({ outcome: "pass", activeMs: 10, waitMs: 3, firstTokenMs: 5 });
    expect(trial.costUsd).toBeCloseTo(2 * (0.003 + 0.0015), 10);
    const unknown = await trialOf("ask: hello, expect: [answer: hello]", model(saysHello));
    expect(unknown.costUsd).toBeNull();
  });

  test("a judge whose provider fails leaves the trial undecided", async () => {
    const trial = await trialOf(
      "ask: hello, expect: [judge: It is kind, answer: hello]",
      model(cannotJudge),
    );
    expect(trial).toMatchObject({ outcome: "infra_error", reason: "judge: 529" });
    expect(trial.checks.map(({ outcome }) => outcome)).toEqual(["undecided", "pass"]);
  });

  test("an agent that never comes back is stopped by the time limit", async () => {
    const trial = await trialOf(
      "ask: hello, limits: { max_seconds: 0.02 }, expect: [answer: x]",
      model(neverAnswers),
    );
    expect(trial).toMatchObject({
      outcome: "agent_error",
      reason: "time_limit: the agent took longer than 0.02 s",
      checks: [],
    });
  });

  test.each([
    ["MODEL_KEY_REFUSED", "agent"],
    ["MODEL_NOT_FOUND", "judge"],
  ] as const)("%s for the %s stops the run at once", async (code, role) => {
    const refused = new ModelError(code, "no", { retryable: false, status: 401 });
    let asked = 0;
    const chat = async (request: ChatRequest): Promise<ChatReply> => {
      asked += 1;
      if (request.role === role) throw refused;
      return says("hello");
    };
    const events: RunEvent[] = [];
    const options = {
      ...model(chat),
      concurrency: 2,
      onEvent: (event: RunEvent) => void events.push(event),
    };
    const cases = "  - { id: a, ask: hello, expect: [judge: It is kind], trials: 100 }\n";
    await expect(run(cases, options)).rejects.toBe(refused);
    expect(asked).toBeLessThan(10);
    expect(types(events)).not.toContain("trial_finished");
    expect(types(events)).not.toContain("run_finished");
  });
});

test("a journal that cannot be written stops the run, whoever finds out", async () => {
  const full = new AppError("DISK_FULL", "no space is left");
  const onEvent = (event: RunEvent): void => {
    if (event.type === "tool_called") throw full;
  };
  const cases = "  - { id: a, ask: read it, expect: [answer: x], trials: 3 }\n";
  await expect(run(cases, { onEvent })).rejects.toBe(full);
});

test("an abort keeps what is done, drops what is not, and says so", async () => {
  const controller = new AbortController();
  let finished = 0;
  const onEvent = (event: RunEvent): void => {
    if (event.type !== "trial_finished") return;
    finished += 1;
    if (finished === 5) controller.abort(new Error("stop"));
  };
  const { end, events, record, trials } = await run(
    "  - { id: a, ask: read it, expect: [answer: cart], trials: 50 }\n",
    { onEvent, signal: controller.signal, concurrency: 3 },
  );
  expect(end).toBe("interrupted");
  expect(record.end).toBe("interrupted");
  expect(trials.length).toBeGreaterThanOrEqual(5);
  expect(trials.length).toBeLessThan(10);
  expect(trials.every(({ outcome }) => outcome === "pass")).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: "run_finished", reason: "interrupted" });
});

test("a run that waits for nothing can be interrupted all the same", async () => {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onEvent = (): void => {
    timer ??= setTimeout(() => controller.abort(new Error("stop")), 1);
  };
  const cases = "  - { id: a, ask: hello, expect: [answer: Hello], trials: 500 }\n";
  const { end, trials } = await run(cases, { onEvent, signal: controller.signal });
  expect(end).toBe("interrupted");
  expect(trials.length).toBeLessThan(500);
});

test("nothing starts after an abort", async () => {
  const signal = AbortSignal.abort();
  const { end, events } = await run("  - { id: a, ask: hello, expect: [answer: x] }\n", { signal });
  expect(end).toBe("interrupted");
  expect(types(events)).toEqual(["run_finished"]);
});

function withoutTimes(trial: TrialRecord): TrialRecord {
  return { ...trial, activeMs: 0, waitMs: 0, firstTokenMs: 0 };
}

test("no more trials run at a time than allowed, and the results do not depend on it", async () => {
  const cases = ["read it", "sometimes", "hello", "write it", "break it"]
    .map(
      (ask, index) => `  - { id: c${index}, ask: ${ask}, expect: [{ answer: "4" }], trials: 8 }\n`,
    )
    .join("");
  const peak = async (concurrency: number): Promise<readonly [number, unknown]> => {
    let running = 0;
    let most = 0;
    const onEvent = (event: RunEvent): void => {
      if (event.type === "trial_started") running += 1;
      if (event.type === "trial_finished") running -= 1;
      most = Math.max(most, running);
    };
    const { trials } = await run(cases, { concurrency, onEvent });
    return [most, trials.map(withoutTimes)];
  };
  const [one, alone] = await peak(1);
  const [many, together] = await peak(12);
  expect(one).toBe(1);
  expect(many).toBeGreaterThan(1);
  expect(many).toBeLessThanOrEqual(12);
  expect(together).toEqual(alone);
});
