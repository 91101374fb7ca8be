import { expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { FailureKind, RunResult, RunStatus } from "../../engine/index.ts";
import { createModel, ModelError, noUsage, parseScript } from "../../model/index.ts";
import { seededRandom, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, serve } from "../../simulators/index.ts";
import { UnmockedCallError } from "../../tools/index.ts";
import { prepareCheck } from "../check/check-report.ts";
import { status } from "../checks/status.ts";
import type { SuiteCase } from "../suite/suite.ts";
import type { TargetFact } from "../target/target-fact.ts";
import { TimeLimitReached } from "./time-limit.ts";
import { endingOfError, endingOfPlay } from "./trial-ending.ts";

const invocation = { component: "a", tool: "get_issue", args: {} };

test.each<[Error, string | undefined]>([
  [new UnmockedCallError(invocation, "no mock answers", "paste this"), "suite_error"],
  [new AppError("SCRIPT_NO_REPLY", "no entry"), "suite_error"],
  [new AppError("TOOL_MOCK_INVALID", "a template fails"), "suite_error"],
  [new ModelError("MODEL_OVERLOADED", "529", { retryable: true }), "infra_error"],
  [new ModelError("MODEL_REPLY_CUT", "cut", { retryable: true }), "infra_error"],
  [new ModelError("MODEL_TIMEOUT", "late", { retryable: true }), "infra_error"],
  [new ModelError("MODEL_REQUEST_REFUSED", "400", { retryable: false }), "infra_error"],
  [new TimeLimitReached(1000), "agent_error"],
  [new ModelError("MODEL_KEY_REFUSED", "401", { retryable: false }), undefined],
  [new ModelError("MODEL_NOT_FOUND", "404", { retryable: false }), undefined],
  [new AppError("DISK_FULL", "no space"), undefined],
  [new TypeError("a defect"), undefined],
])("%s ends the trial as %s", (error, outcome) => {
  expect(endingOfError(error)?.outcome).toBe(outcome);
});

test("a mock to paste stays with the trial", () => {
  const error = new UnmockedCallError(invocation, "no mock answers", "paste this");
  expect(endingOfError(error)).toEqual({
    outcome: "suite_error",
    reason: "no mock answers",
    hint: "paste this",
  });
});

function result(end: RunStatus, kind?: FailureKind): RunResult {
  return {
    status: end,
    answer: "",
    route: [],
    calls: [],
    replies: 0,
    turns: 1,
    usage: noUsage,
    activeMs: 0,
    toolMs: 0,
    waitMs: 0,
    ...(kind === undefined ? {} : { error: { kind, component: "triage", message: "it broke" } }),
    state: { status: "", context: {}, conversation_history: {} },
  };
}

const nothingElse = { checkpoints: [], exchanges: [], earlier: [], unknown: new Set<TargetFact>() };

function caseExpecting(...expected: readonly RunStatus[]): SuiteCase {
  const prepared = expected.flatMap((value) => {
    const check = prepareCheck(status, value, () => () => []).prepared;
    return check === undefined ? [] : [{ check: "status", prepared: check }];
  });
  return {
    id: "a",
    turns: [{ user: "hi", checks: [] }],
    history: [],
    context: {},
    mocks: new Map(),
    fakes: { block: {} },
    unmocked: "suite_error",
    human: [],
    checks: prepared,
    limits: { maxReplies: 1, maxMs: 1 },
    canaries: {},
    trials: 1,
    require: 1,
    critical: false,
    tags: [],
    source: {},
  };
}

test.each<[RunStatus, FailureKind | undefined, readonly RunStatus[], string | undefined]>([
  ["completed", undefined, [], undefined],
  ["aborted", undefined, [], undefined],
  ["waiting_input", undefined, [], undefined],
  ["failed", "agent_stuck", [], "agent_error"],
  ["failed", "reply_limit", [], "agent_error"],
  ["failed", "step_limit", [], "agent_error"],
  ["failed", "build_error", [], "agent_error"],
  ["failed", "agent_stuck", ["failed"], undefined],
  ["failed", "agent_stuck", ["completed"], "agent_error"],
  ["refused", "refused", [], "agent_error"],
  ["refused", "refused", ["refused"], undefined],
  ["refused", "refused", ["failed"], "agent_error"],
  ["failed", "invalid_context", [], "suite_error"],
  ["failed", "invalid_context", ["failed"], undefined],
  ["failed", "not_supported", [], "suite_error"],
  ["failed", "model_error", [], "infra_error"],
  ["failed", "model_error", ["failed"], "infra_error"],
])("%s (%s) where %j is expected: %s", (end, kind, ...[expected, outcome]) => {
  const played = { result: result(end, kind), ...nothingElse };
  expect(endingOfPlay(played, caseExpecting(...expected))?.outcome).toBe(outcome);
});

test("a reason names the kind, the component and what happened", () => {
  const played = { result: result("failed", "agent_stuck"), ...nothingElse };
  expect(endingOfPlay(played, caseExpecting())?.reason).toBe("agent_stuck in triage: it broke");
});

test("a conversation that the flow ended is the agent's", () => {
  const played = { result: result("completed"), ...nothingElse, brokenOff: "ended before turn 2" };
  expect(endingOfPlay(played, caseExpecting())).toEqual({
    outcome: "agent_error",
    reason: "ended before turn 2",
  });
});

test("a script without a reply ends a trial alike in here and behind a server", async () => {
  const text = "script: a\nreplies:\n  - when: { user: known }\n    turns: [{ text: yes }]\n";
  const simulator = createLlmSimulator({ script: await parseScript(text, "a.script.yml") });
  const server = await serve(simulator, { port: 0 });
  const options = {
    clock: systemClock,
    random: seededRandom(1),
    files: {
      read: () => Promise.resolve(text),
      list: () => Promise.resolve([]),
      realPath: undefined,
    },
    access: { anthropic: { apiKey: "key", baseUrl: server.url } },
  };
  const endings = [];
  try {
    for (const name of ["script/a.script.yml", "claude-sonnet-5"]) {
      const model = await createModel(name, options);
      const asked = model.chat({
        role: "agent",
        system: [],
        messages: [{ role: "user", text: "unknown" }],
        tools: [],
        maxTokens: 10,
        trial: 0,
      });
      endings.push(endingOfError(await asked.catch((error: unknown) => error)));
    }
  } finally {
    await server.close();
  }
  const [scripted, served] = endings;
  expect(scripted).toMatchObject({
    outcome: "suite_error",
    reason: expect.stringContaining('no entry of script "a" matches'),
    hint: expect.stringContaining('$contains: "unknown"'),
  });
  expect(served).toEqual(scripted);
});
