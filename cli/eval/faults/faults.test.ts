import { describe, expect, test } from "vitest";
import type { SimulatedFault } from "../../../src/simulators/index.ts";
import {
  expectWhole,
  faultyModels,
  type FaultyProject,
  faultyProject,
  requestsPerCase,
} from "../../testing/faulty-provider.ts";

const status = (code: number, headers: Readonly<Record<string, string>> = {}): SimulatedFault => ({
  type: "status",
  status: code,
  headers,
});
const limited = (wish: string): SimulatedFault => status(429, { "retry-after": wish });

interface LastingFault {
  readonly name: string;
  readonly fault: SimulatedFault;
  /** The error that it ends in where it does not pass. */
  readonly code: string;
}

/** What a provider or a network does. */
const faults: readonly LastingFault[] = [
  { name: "429", fault: status(429), code: "MODEL_RATE_LIMITED" },
  { name: "429, wait 0.05 s", fault: limited("0.05"), code: "MODEL_RATE_LIMITED" },
  { name: "429, wait 9999999999 s", fault: limited("9999999999"), code: "MODEL_RATE_LIMITED" },
  { name: "429, wait -5 s", fault: limited("-5"), code: "MODEL_RATE_LIMITED" },
  { name: "429, wait soon", fault: limited("soon"), code: "MODEL_RATE_LIMITED" },
  {
    name: "429, wait until 2015",
    fault: limited("Wed, 21 Oct 2015 07:28:00 GMT"),
    code: "MODEL_RATE_LIMITED",
  },
  { name: "529", fault: status(529), code: "MODEL_OVERLOADED" },
  { name: "500", fault: status(500), code: "MODEL_OVERLOADED" },
  { name: "503", fault: status(503), code: "MODEL_OVERLOADED" },
  {
    name: "reset before the reply",
    fault: { type: "reset", atByte: 0 },
    code: "MODEL_UNREACHABLE",
  },
  { name: "reset in the stream", fault: { type: "reset", atByte: 300 }, code: "MODEL_REPLY_CUT" },
  { name: "cut after a byte", fault: { type: "cut", atByte: 1 }, code: "MODEL_REPLY_CUT" },
  { name: "cut in the stream", fault: { type: "cut", atByte: 300 }, code: "MODEL_REPLY_CUT" },
  { name: "cut in a call", fault: { type: "cut", atByte: 900 }, code: "MODEL_REPLY_CUT" },
];

/** Senseless wishes are no wishes: what comes of them in the end is what comes of a 429. */
const lasting = faults.filter(({ name }) => !/wait (?:\d{3,}|-|soon|until)/u.test(name));

/** How often each call was tried, and what it failed with, in the order of the journal. */
function callsIn(project: FaultyProject): readonly unknown[] {
  return project
    .journal()
    .flatMap((event) =>
      event.type === "model_called" ? [event.reply?.attempts ?? event.error] : [],
    );
}

describe.each(faultyModels)("%s", (model) => {
  test.each(faults)(
    "$name, four times in a row, is tried again and leaves no trace",
    async ({ fault }) => {
      using project = faultyProject(2);
      const ended = await project.run(model, (n) => (n <= 4 ? fault : undefined), ["-j", "1"]);
      expectWhole(project, ended);
      expect(ended.exit, ended.stderr).toBe(0);
      expect(ended.summary?.counts).toMatchObject({ pass: 2, fail: 0, infra_error: 0 });
      expect(callsIn(project)).toEqual([5, 1, 1, 1, 1, 1]);
      expect(ended.stats.requests).toBe(2 * requestsPerCase + 4);
      expect(ended.stderr.match(/^waiting /gmu)).toHaveLength(4);
      const [first, second] = ended.summary?.cases.map(({ trials }) => trials[0]) ?? [];
      expect(first?.waitMs).toBeGreaterThan(0);
      // What was received before a stream broke is no part of the reply, nor of what it used.
      expect(first?.usage).toEqual(second?.usage);
      expect(first?.answer).toBe(second?.answer);
    },
  );

  test.each(lasting)(
    "$name, always, is nobody's failure but the provider's",
    async ({ fault, code }) => {
      using project = faultyProject(2);
      const ended = await project.run(model, () => fault, ["-j", "1"]);
      expectWhole(project, ended);
      expect(ended.exit).toBe(3);
      expect(ended.stderr).toContain(
        "exit 3: cannot tell: the provider or the judge failed too often",
      );
      expect(ended.summary).toMatchObject({
        gate: "undecided",
        counts: {
          pass: 0,
          fail: 0,
          agent_error: 0,
          judge_error: 0,
          infra_error: 2,
          suite_error: 0,
        },
      });
      for (const { trials } of ended.summary?.cases ?? []) {
        expect(trials[0]).toMatchObject({
          outcome: "infra_error",
          calls: [],
          answer: "",
          replies: 0,
        });
        expect(trials[0]?.reason).toMatch(
          new RegExp(`^${code}: ${model}: .*\\(6 attempts\\)`, "u"),
        );
        // Nobody has worked: all of it was waiting.
        expect(trials[0]?.activeMs).toBe(0);
      }
      const told = fault.type === "status" ? { code, status: fault.status } : { code };
      expect(callsIn(project)).toEqual([
        expect.objectContaining(told),
        expect.objectContaining(told),
      ]);
      expect(ended.stats.requests).toBe(2 * 6);
    },
  );

  test("a judge that is not reached leaves what the agent did, and no verdict", async () => {
    using project = faultyProject(1);
    const ended = await project.run(model, (n) => (n <= 2 ? undefined : status(529)), ["-j", "1"]);
    expectWhole(project, ended);
    expect(ended.exit).toBe(3);
    const trial = ended.summary?.cases[0]?.trials[0];
    expect(trial).toMatchObject({
      outcome: "infra_error",
      replies: 2,
      answer: expect.stringMatching(/items/u),
    });
    expect(trial?.reason).toMatch(/^judge: .* answered 529 .*\(6 attempts\)/u);
    expect(trial?.checks.map(({ outcome }) => outcome)).toEqual(["pass", "pass", "undecided"]);
    expect(callsIn(project)).toEqual([1, 1, expect.objectContaining({ code: "MODEL_OVERLOADED" })]);
  });

  test("a stream that drips is the whole reply, asked for once", async () => {
    using project = faultyProject(1);
    const ended = await project.run(model, () => ({ type: "drip", bytes: 40, pauseMs: 1 }));
    expectWhole(project, ended);
    expect(ended).toMatchObject({ exit: 0, stats: { requests: requestsPerCase } });
    const trial = ended.summary?.cases[0]?.trials[0];
    expect(trial).toMatchObject({
      outcome: "pass",
      answer: expect.stringMatching(/same time\.$/u),
    });
    expect(callsIn(project)).toEqual([1, 1, 1]);
    // The first word came long before the last.
    expect(trial?.firstTokenMs).toBeLessThan(trial?.activeMs ?? 0);
  });

  test("a stream that drips for longer than a trial may take is over at the limit", async () => {
    using project = faultyProject(1, "{ max_seconds: 0.2 }");
    const ended = await project.run(model, () => ({ type: "drip", bytes: 1, pauseMs: 50 }));
    expectWhole(project, ended);
    expect(ended.exit).toBe(1);
    expect(ended.summary?.cases[0]?.trials[0]).toMatchObject({
      outcome: "agent_error",
      reason: "time_limit: the agent took longer than 0.2 s",
      calls: [],
      answer: "",
    });
  });

  test("a call whose arguments are no JSON is the agent's, recorded as it came, and no tool hears of it", async () => {
    using project = faultyProject(1);
    const ended = await project.run(model, (n) => (n === 1 ? { type: "garble" } : undefined));
    expectWhole(project, ended);
    expect(ended.exit).toBe(1);
    expect(ended.summary?.cases[0]?.trials[0]).toMatchObject({
      outcome: "fail",
      calls: [{ tool: "get_issue", args: {}, isError: true }],
    });
    const events = project.journal();
    const [asked] = events.flatMap((event) => (event.type === "model_called" ? [event] : []));
    expect(asked?.reply?.parts).toContainEqual(
      expect.objectContaining({ type: "invalid_tool_call", raw: expect.stringMatching(/^!\{/u) }),
    );
    expect(events.filter(({ type }) => type === "tool_called")).toHaveLength(1);
  });

  test("a verdict that is no JSON is asked for once more, and then none", async () => {
    using project = faultyProject(2);
    // The third and fourth requests are the judge's of the first case; the last two those of the second.
    const garbled = new Set([3, 7, 8]);
    const ended = await project.run(
      model,
      (n) => (garbled.has(n) ? { type: "garble" } : undefined),
      ["-j", "1"],
    );
    expectWhole(project, ended);
    expect(ended.exit).toBe(3);
    expect(ended.summary?.cases.map(({ outcome }) => outcome)).toEqual(["pass", "judge_error"]);
    expect(ended.stats.requests).toBe(2 * requestsPerCase + 2);
  });
});

test("a date to wait for is waited for", async () => {
  using project = faultyProject(1);
  const later = new Date(Date.now() + 2000).toUTCString();
  const ended = await project.run("claude-x", (n) => (n === 1 ? limited(later) : undefined));
  expect(ended.exit).toBe(0);
  const trial = ended.summary?.cases[0]?.trials[0];
  // A date has no parts of a second, and the request was made a moment later.
  expect(trial?.waitMs).toBeGreaterThan(100);
  expect(ended.stderr).toMatch(/^waiting [\d.]+ m?s: .* 429 /mu);
});
