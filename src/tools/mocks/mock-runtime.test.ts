import { describe, expect, test } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { type ToolOutcome, type ToolRuntime, UnmockedCallError } from "../index.ts";
import { createMockRuntime, type MockRuntimeOptions } from "./mock-runtime.ts";
import { mergeMocks, type Mocks } from "./mock.ts";
import { parseMocks } from "./parse-mocks.ts";

/** Stands in for the template engine: `{{ args.name }}` and nothing else. */
function render(source: string, variables: JsonObject): string {
  return source.replaceAll(/\{\{ args\.(\w+) \}\}/g, (_, name: string) => {
    const args = variables["args"];
    const value =
      args !== null &&
      typeof args === "object" &&
      Object.entries(args).find(([key]) => key === name);
    if (!value) throw new Error(`'${name}' is undefined`);
    return typeof value[1] === "string" ? value[1] : JSON.stringify(value[1]);
  });
}

function fakeClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => 0,
    monotonic: () => 0,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
    },
  };
}

async function mocksOf(block: JsonValue, outer?: Mocks): Promise<Mocks> {
  const files = {
    read: async () => '{"a": 1.0, "b": "{{ args.q }}"}\n',
    list: async () => [],
    realPath: undefined,
  };
  const { mocks, problems } = await parseMocks(block, {
    folder: ".",
    files,
    ...(outer && { outer }),
  });
  expect(problems).toEqual([]);
  return mocks;
}

async function runtimeOf(
  block: JsonValue,
  options: Partial<MockRuntimeOptions> = {},
): Promise<ToolRuntime> {
  return createMockRuntime(await mocksOf(block), { render, clock: fakeClock(), ...options });
}

function call(runtime: ToolRuntime, tool: string, args: JsonObject = {}): Promise<ToolOutcome> {
  return runtime.call({ component: "agent", tool, args });
}

async function refused(
  runtime: ToolRuntime,
  tool: string,
  args: JsonObject,
): Promise<UnmockedCallError> {
  const error: unknown = await call(runtime, tool, args).catch((reason: unknown) => reason);
  if (error instanceof UnmockedCallError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

async function answers(runtime: ToolRuntime, questions: string): Promise<unknown[]> {
  const results = [];
  for (const q of questions) {
    const outcome = await call(runtime, "echo", { q }).catch(() => ({ value: "refused" }));
    results.push("value" in outcome ? outcome.value : outcome);
  }
  return results;
}

const echo = { schema: { q: "string", "n?": "integer" } };

describe("a rule gives", () => {
  test.each<[name: string, rule: JsonObject, value: string]>([
    ["a text as it is", { returns: 'x "y"' }, 'x "y"'],
    ["an empty text", { returns: "" }, ""],
    [
      "a map as JSON",
      { returns: { data: { count: 42 }, t: "é" } },
      '{"data": {"count": 42}, "t": "é"}',
    ],
    ["a list as JSON", { returns: [1, 1.5, null, true] }, "[1, 1.5, null, true]"],
    ["a number as JSON", { returns: 42 }, "42"],
    ["nothing as JSON", { returns: null }, "null"],
    ["a template", { returns: "E:{{ args.q }}" }, "E:hi"],
    ["templates inside a map", { returns: { a: ["{{ args.q }}", "b"] } }, '{"a": ["hi", "b"]}'],
    ["keys of a map as they are", { returns: { "{{ args.q }}": 1 } }, '{"{{ args.q }}": 1}'],
    ["a file as it is", { returns_file: "a.txt" }, '{"a": 1.0, "b": "{{ args.q }}"}\n'],
    ["JSON of a file on one line", { returns_file: "a.json" }, '{"a": 1.0, "b": "{{ args.q }}"}'],
  ])("%s", async (_, rule, value) => {
    const runtime = await runtimeOf({ echo: { ...echo, ...rule } });
    expect(await call(runtime, "echo", { q: "hi" })).toEqual({
      type: "value",
      value,
      answeredBy: "mock",
    });
  });

  test("an error", async () => {
    const runtime = await runtimeOf({ echo: { ...echo, error: "404 {{ args.q }}" } });
    expect(await call(runtime, "echo", { q: "hi" })).toMatchObject({
      type: "error",
      message: "404 hi",
    });
  });

  test("a result that is data: a template in an argument is not rendered", async () => {
    const runtime = await runtimeOf({ echo: { ...echo, returns: "E:{{ args.q }}" } });
    const q = "{{ args.n }} {% boom %}";
    expect(await call(runtime, "echo", { q })).toMatchObject({ type: "value", value: `E:${q}` });
  });

  test("a template that fails is an error of the suite", async () => {
    const runtime = await runtimeOf({ echo: { ...echo, returns: "E:{{ args.n }}" } });
    const error: unknown = await call(runtime, "echo", { q: "" }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "TOOL_MOCK_INVALID",
      message: "a template in the mock of echo fails: 'n' is undefined",
    });
  });
});

describe("of several rules", () => {
  const rules = [
    { args: { q: "a" }, times: 1, returns: "first" },
    { args: { q: { $in: ["a", "b"] } }, times: 2, returns: "second" },
    { args: { q: "c" }, returns: "third" },
  ];

  test.each([
    ["a", ["first"]],
    ["b", ["second"]],
    ["aaa", ["first", "second", "second"]],
    ["aaaa", ["first", "second", "second", "refused"]],
    ["bba", ["second", "second", "first"]],
    ["bbb", ["second", "second", "refused"]],
    ["ccccc", ["third", "third", "third", "third", "third"]],
    ["d", ["refused"]],
  ])("the first that matches and is not used up answers: %s", async (questions, expected) => {
    const runtime = await runtimeOf({ echo: { ...echo, rules } });
    expect(await answers(runtime, questions)).toEqual(expected);
  });

  test("the one that answered is named by where it stands", async () => {
    const runtime = await runtimeOf({ echo: { ...echo, rules } });
    const named = [];
    for (const q of ["a", "a", "c"]) named.push((await call(runtime, "echo", { q })).answeredBy);
    expect(named).toEqual(["mock 1 of 3", "mock 2 of 3", "mock 3 of 3"]);
  });

  test("the rule for the form of a tool that is called answers", async () => {
    const runtime = await runtimeOf({
      run_command: [
        { args: { program: { $exists: true } }, returns: "older" },
        { args: { command: { $exists: true } }, returns: "newer" },
      ],
    });
    expect(await call(runtime, "run_command", { command: "ls" })).toMatchObject({ value: "newer" });
    expect(await call(runtime, "run_command", { program: "ls" })).toMatchObject({ value: "older" });
  });

  test("each trial counts for itself", async () => {
    const mocks = await mocksOf({ echo: { ...echo, rules } });
    for (let trial = 0; trial < 3; trial += 1) {
      const runtime = createMockRuntime(mocks, { render, clock: fakeClock() });
      expect(await answers(runtime, "aa")).toEqual(["first", "second"]);
    }
  });

  test("calls side by side do not share an answer", async () => {
    const runtime = await runtimeOf({
      echo: { ...echo, rules: [{ times: 1, latency_ms: 5, returns: "one" }, { returns: "two" }] },
    });
    const results = await Promise.all([call(runtime, "echo"), call(runtime, "echo")]);
    expect(results).toMatchObject([{ value: "one" }, { value: "two" }]);
  });
});

describe("latency", () => {
  test("is spent on the clock", async () => {
    const clock = fakeClock();
    const runtime = await runtimeOf({ echo: { ...echo, latency_ms: 250, returns: "" } }, { clock });
    await call(runtime, "echo");
    expect(clock.slept).toEqual([250]);
  });

  test("of none does not touch the clock", async () => {
    const clock = fakeClock();
    const runtime = await runtimeOf({ echo: { ...echo, returns: "" } }, { clock });
    await call(runtime, "echo");
    expect(clock.slept).toEqual([]);
  });

  test("ends when the trial is called off", async () => {
    const runtime = await runtimeOf({ echo: { ...echo, latency_ms: 250, returns: "" } });
    const signal = AbortSignal.abort(new Error("stop"));
    const pending = runtime.call({ component: "agent", tool: "echo", args: {} }, signal);
    await expect(pending).rejects.toThrow("stop");
  });
});

describe("tools", () => {
  test("of the service are there without a mock, declared ones with theirs", async () => {
    const runtime = await runtimeOf({ echo });
    expect(runtime.spec("get_issue")?.origin).toBe("summary");
    expect(runtime.spec("echo")?.origin).toBe("suite");
    expect(runtime.spec("constructor")).toBeUndefined();
    expect(runtime.spec("blob_search")).toBeUndefined();
  });

  test("of a case replace those of its suite, and keep the declaration", async () => {
    const suite = await mocksOf({
      echo: { ...echo, returns: "suite" },
      get_issue: { returns: "suite" },
    });
    const own = await mocksOf(
      { echo: [{ returns: "case" }], get_epic: { returns: "case" } },
      suite,
    );
    const runtime = createMockRuntime(mergeMocks(suite, own), { render, clock: fakeClock() });
    expect(runtime.spec("echo")?.origin).toBe("suite");
    expect(await call(runtime, "echo")).toMatchObject({ value: "case" });
    expect(await call(runtime, "get_issue")).toMatchObject({ value: "suite" });
    expect(await call(runtime, "get_epic")).toMatchObject({ value: "case" });
    const other = createMockRuntime(suite, { render, clock: fakeClock() });
    expect(await call(other, "echo")).toMatchObject({ value: "suite" });
  });
});

describe("a call that nothing answers", () => {
  test("of a tool without a mock", async () => {
    const error = await refused(await runtimeOf({}), "get_issue", {
      project_id: "a/b",
      issue_iid: 5,
    });
    expect(error.code).toBe("TOOL_UNMOCKED");
    expect(error.message).toBe(
      'the agent called get_issue, which no mock answers: {"project_id":"a/b","issue_iid":5}',
    );
    expect(error.hint).toBe(`add to \`tools\` of the case or the suite:
  get_issue:
    - args:
        project_id: "a/b"
        issue_iid: 5
      returns: "…"`);
  });

  test("that the mocks do not match, and which of them is nearest", async () => {
    const runtime = await runtimeOf({
      get_issue: [
        { args: { project_id: "x", issue_iid: 1 }, returns: "" },
        { args: { project_id: "a/b", issue_iid: { $gt: 5 } }, returns: "" },
      ],
    });
    const error = await refused(runtime, "get_issue", { project_id: "a/b", issue_iid: 5 });
    expect(error.message).toMatch(
      /^the agent called get_issue, and none of its 2 mocks matches: \{/,
    );
    expect(error.hint).toMatch(
      /\nnearest: rule 2 of get_issue\n {2}issue_iid: expected .*5, got 5$/,
    );
  });

  test("whose only mock does not match", async () => {
    const runtime = await runtimeOf({ get_issue: { args: { issue_iid: 1 }, returns: "" } });
    const error = await refused(runtime, "get_issue", {});
    expect(error.message).toBe("the agent called get_issue, and its mock does not match: {}");
    expect(error.hint).toContain(
      "nearest: the mock of get_issue\n  issue_iid: expected 1, got nothing",
    );
  });

  test("whose mock is used up", async () => {
    const runtime = await runtimeOf({
      get_issue: [
        { args: { issue_iid: 1 }, returns: "" },
        { times: 1, returns: "" },
      ],
    });
    await call(runtime, "get_issue", { issue_iid: 2 });
    const error = await refused(runtime, "get_issue", { issue_iid: 2 });
    expect(error.message).toBe(
      'the agent called get_issue, and the mocks that match are used up: {"issue_iid":2}',
    );
    expect(error.hint).toContain(
      "nearest: rule 2 of get_issue matches, but answers only once (`times`)",
    );
  });

  test("shows a few of many differences", async () => {
    const args = { labels: "a", state: "b", search: "c", scope: "d", sort: "e" };
    const runtime = await runtimeOf({ list_issues: { args, returns: "" } });
    const { hint = "" } = await refused(runtime, "list_issues", {});
    expect(hint.split("\n").slice(-4)).toEqual([
      '  labels: expected "a", got nothing',
      '  state: expected "b", got nothing',
      '  search: expected "c", got nothing',
      "  and 2 more",
    ]);
  });

  test("of a wordy agent stays on one line", async () => {
    const { message } = await refused(await runtimeOf({}), "get_issue", {
      url: `a\nb\u001b[31m\u202e${"c".repeat(10_000)}`,
    });
    expect(message.length).toBeLessThan(400);
    for (const hidden of ["\n", "\u001b", "\u202e"]) expect(message).not.toContain(hidden);
  });

  test("is a result where the suite allows it, and is reported all the same", async () => {
    const reported: string[] = [];
    const runtime = await runtimeOf(
      {},
      { unmocked: "tool_error", onUnmocked: (error) => reported.push(error.message) },
    );
    expect(await call(runtime, "get_issue")).toEqual({
      type: "error",
      message: "not available in this environment",
      answeredBy: "unmocked",
    });
    expect(reported).toEqual(["the agent called get_issue, which no mock answers: {}"]);
  });
});
