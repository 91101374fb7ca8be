import { expect, test } from "vitest";
import { noUsage } from "../../model/index.ts";
import type { CheckRecord, ExchangeRecord, TrialRecord } from "../../record/index.ts";
import { pairRequests } from "./pair-requests.ts";
import { type AnsweringSystem, planPairs } from "./plan-pairs.ts";

interface Said {
  readonly outcome?: TrialRecord["outcome"];
  readonly answer?: string;
  readonly exchanges?: readonly (readonly [user: string, answer: string])[];
  readonly earlier?: readonly string[];
  readonly criteria?: readonly string[];
}

const name = { suite: "s", case: "c", tags: ["t"] };

function judgedCheck(criterion: string, rubric?: string): CheckRecord {
  return {
    id: criterion,
    check: "judge",
    judged: true,
    outcome: "pass",
    message: "",
    judgment: {
      criterion,
      fingerprint: "",
      judge: "",
      judges: [],
      ...(rubric !== undefined && { rubric: { name: rubric, atLeast: 3 } }),
    },
  };
}

function trialOf(
  number: number,
  { outcome = "pass", answer = "", criteria = [] }: Said,
): TrialRecord {
  return {
    trial: number,
    outcome,
    checks: [
      judgedCheck("Is it right?", "correctness"),
      ...criteria.map((each) => judgedCheck(each)),
    ],
    calls: [],
    status: "completed",
    route: [],
    answer,
    turns: 1,
    replies: 1,
    activeMs: 1,
    waitMs: 0,
    firstTokenMs: 1,
    usage: noUsage,
    judgeUsage: noUsage,
    costUsd: 0,
  };
}

/** A system that ran one case, in as many trials as are given. */
function systemOf(...trials: readonly Said[]): AnsweringSystem {
  const records = trials.map((said, number) => trialOf(number, said));
  const about = { critical: false, require: 1, outcome: "pass" } as const;
  const record = { ...name, ...about, target: "x", trials: records };
  return {
    target: "x",
    run: {
      record: { cases: [{ ...record, target: "other", trials: [] }, record] },
      trial: (key) => {
        const said = trials[key.trial];
        const own = records[key.trial];
        if (said === undefined || own === undefined || key.target !== "x") return undefined;
        const exchanges = said.exchanges?.map(([user, answer]): ExchangeRecord => ({
          user,
          answer,
          calls: 0,
        }));
        const finished = { ...key, type: "trial_finished", at: "", record: own } as const;
        return { finished, exchanges, earlier: said.earlier ?? [] };
      },
    },
  };
}

const planned = (a: AnsweringSystem, b: AnsweringSystem) => planPairs({ a, b }, [name])[0];
const said: Said = { exchanges: [["q?", "yes"]], criteria: ["It says yes", "It is short"] };

test("a case comes with the question, both answers and the criteria that both were judged by", () => {
  const other: Said = { exchanges: [["q?", "no"]], criteria: ["It is short", "It is new"] };
  expect(planned(systemOf(said), systemOf(other))).toEqual({
    ...name,
    trials: { a: 0, b: 0 },
    question: ["q?"],
    a: ["yes"],
    b: ["no"],
    criteria: ["It is short"],
  });
});

test("the first trial that was the agent's to end stands for the case", () => {
  const failed: Said = { ...said, outcome: "infra_error", exchanges: [["q?", "never"]] };
  const wrong: Said = { ...said, outcome: "suite_error" };
  const a = systemOf(failed, wrong, { ...said, outcome: "fail" }, said);
  expect(planned(a, systemOf(said))).toMatchObject({ trials: { a: 2, b: 0 }, a: ["yes"] });
});

test("what was said before the case began belongs to its first message", () => {
  const a = systemOf({ ...said, earlier: ["before"] });
  expect(planned(a, systemOf(said))).toMatchObject({ question: ["before\n\nq?"] });
});

test.each<[string, Said, Said, object]>([
  [
    "an agent that broke off has no answer, or the one that it gave",
    { outcome: "agent_error" },
    said,
    { question: ["q?"], a: [""], b: ["yes"] },
  ],
  [
    "an answer without a journal of what was said",
    { answer: "perhaps" },
    said,
    { question: ["q?"], a: ["perhaps"] },
  ],
  [
    "a conversation that went on only with one",
    {
      exchanges: [
        ["q?", "yes"],
        ["and?", "so"],
      ],
    },
    said,
    { question: ["q?", "and?"], a: ["yes", "so"], b: ["yes", ""] },
  ],
  [
    "a conversation of which nobody knows where it broke off",
    {
      exchanges: [
        ["q?", "yes"],
        ["and?", "so"],
      ],
    },
    { outcome: "agent_error", answer: "hm" },
    { problem: "the conversation of B broke off, and nobody knows where" },
  ],
  [
    "no question",
    { answer: "a" },
    { answer: "b" },
    { problem: expect.stringContaining("neither") },
  ],
  [
    "no trial",
    { outcome: "infra_error" },
    said,
    { problem: "no trial of A came to an end that was the agent's" },
  ],
])("%s", (_, a, b, expected) => {
  expect(planned(systemOf(a), systemOf(b))).toMatchObject(expected);
});

const pair = {
  ...name,
  trials: { a: 0, b: 0 },
  question: ["q?"],
  a: ["**yes**"],
  b: ["no"],
  criteria: [],
};
const shown = (requests: ReturnType<typeof pairRequests>["answered"]) =>
  requests.map(({ first, input }) => `${first}: ${input.first.join()} ${input.second.join()}`);

test("both orders are asked, first as it was answered, then without style", () => {
  const { answered, plain, untouched } = pairRequests(pair, "judge", 1);
  expect(shown(answered).toSorted()).toEqual(["a: **yes** no", "b: no **yes**"]);
  expect(shown(plain).toSorted()).toEqual(["a: yes no", "b: no yes"]);
  expect(untouched).toBe(false);
  expect(new Set([...answered, ...plain].map(({ key }) => key)).size).toBe(4);
});

test("without style to take away it is the same request, and of the same answers there is none", () => {
  const bare = pairRequests({ ...pair, a: ["yes"] }, "judge", 1);
  expect(bare.untouched).toBe(true);
  expect(bare.plain.map(({ key }) => key)).toEqual(bare.answered.map(({ key }) => key));
  const alike = pairRequests({ ...pair, b: ["yes"] }, "judge", 1);
  expect([alike.answered.length, alike.plain]).toEqual([2, []]);
});

test("which order comes first hangs on seed and case, about half and half", () => {
  const firsts = Array.from({ length: 200 }, (_, index) => {
    return pairRequests({ ...pair, case: `c${index}` }, "judge", 3).answered[0]?.first;
  });
  const count = firsts.filter((first) => first === "a").length;
  expect(count).toBeGreaterThan(70);
  expect(count).toBeLessThan(130);
});
