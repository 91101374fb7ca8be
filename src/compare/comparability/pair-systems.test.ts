import { describe, expect, test } from "vitest";
import { system, type ToldSystem } from "../../../fixtures/compare/systems.ts";
import type { ComparedJudge, SystemCase } from "../cases/compared-system.ts";
import type { Obstacle } from "./comparability.ts";
import { obstacles } from "./comparability.ts";
import { type JudgedPair, pairSystems } from "./pair-systems.ts";

const judge = (hash: string, model: string): readonly ComparedJudge[] => [
  { judge: hash, models: [model] },
];
const served = (agent: string, by = ""): Partial<SystemCase> => ({
  served: { agent: [agent], judge: by === "" ? [] : [by] },
});

/** One side against the other, each with one case. */
type Row = readonly [
  what: string,
  a: Partial<SystemCase>,
  b: Partial<SystemCase>,
  expected: { readonly obstacle: Obstacle; readonly message: string } | undefined,
];

const rows: readonly Row[] = [
  ["nothing differs", {}, {}, undefined],
  ["the system under test differs", { hash: "one" }, { hash: "other" }, undefined],
  [
    "another question",
    { question: "one" },
    { question: "other" },
    { obstacle: "changed", message: "it does not ask the same" },
  ],
  [
    "a journal that does not tell the question",
    { question: undefined, hash: "one" },
    { hash: "other" },
    { obstacle: "changed", message: "does not say what was asked" },
  ],
  ["the same, without being told the question", { question: undefined }, {}, undefined],
  [
    "another version behind the same name",
    served("claude-a-1"),
    served("claude-a-2"),
    {
      obstacle: "served_model",
      message: "anthropic/claude-a was served as claude-a-1 to A and as claude-a-2 to B",
    },
  ],
  ["a version that only one side tells", served("claude-a-1"), {}, undefined],
  [
    "another judge",
    { judges: judge("1", "x/one") },
    { judges: judge("2", "x/other") },
    { obstacle: "judge", message: "A was judged by x/one, B by x/other" },
  ],
  [
    "the same judge asked in another way",
    { judges: judge("1", "x/one") },
    { judges: judge("2", "x/one") },
    { obstacle: "judge", message: "the judge x/one was asked in another way" },
  ],
  [
    "another version of the judge",
    { judges: judge("1", "x/one"), ...served("m", "one-1") },
    { judges: judge("1", "x/one"), ...served("m", "one-2") },
    { obstacle: "judge", message: "the judge x/one was served as one-1 to A and as one-2 to B" },
  ],
  ["a judge on one side only", { judges: judge("1", "x/one") }, {}, undefined],
  [
    "other numbers of trials",
    { terms: { trials: 5, require: 4 } },
    { terms: { trials: 3, require: 3 } },
    { obstacle: "trials", message: "A passes with 4 of 5 trials, B with 3 of 3" },
  ],
  ["trials that nobody tells", { terms: undefined }, {}, undefined],
];

const hides: Readonly<Record<Obstacle, Partial<JudgedPair>>> = {
  changed: { leftOut: "changed" },
  kind: { leftOut: "kind" },
  served_model: { leftOut: "served_model" },
  judge: { notCompared: new Set(["pass_rate", "score"] as const) },
  trials: { notCompared: new Set(["pass_rate"] as const) },
};

function sides(a: Partial<SystemCase>, b: Partial<SystemCase>): Parameters<typeof pairSystems>[0] {
  return { a: system({ cases: [a] }), b: system({ cases: [b] }) };
}

describe.each(rows)("%s", (_, a, b, expected) => {
  test.each(["forth", "back"])("%s", (direction) => {
    const given = direction === "forth" ? sides(a, b) : sides(b, a);
    const { all, comparable } = pairSystems(given);
    expect(comparable.reasons.map(({ obstacle }) => obstacle)).toEqual(
      expected === undefined ? [] : [expected.obstacle],
    );
    const { leftOut, notCompared } = all[0] ?? {};
    const { obstacle } = expected ?? {};
    expect({ ...(leftOut && { leftOut }), ...(notCompared && { notCompared }) }).toEqual(
      obstacle === undefined ? {} : hides[obstacle],
    );
  });
});

const hindering = rows.flatMap(([what, a, b, expected]) =>
  expected === undefined ? [] : [[what, a, b, expected] as const],
);

test.each(hindering)("%s is told, and can be allowed", (_, a, b, { obstacle, message }) => {
  const [reason] = pairSystems(sides(a, b)).comparable.reasons;
  expect(reason).toEqual({
    obstacle,
    message: expect.stringContaining(message),
    cases: ["s/c0"],
    allowed: false,
  });
  const { all, comparable } = pairSystems(sides(a, b), [obstacle]);
  expect(all[0]?.leftOut).toBeUndefined();
  expect(all[0]?.notCompared).toBeUndefined();
  expect(comparable.reasons).toMatchObject([{ obstacle, allowed: true }]);
  const others = obstacles.filter((each) => each !== obstacle);
  expect(pairSystems(sides(a, b), others).comparable.reasons).toMatchObject([{ allowed: false }]);
});

describe("kinds of runs", () => {
  const live: ToldSystem = { cases: [{}] };
  const scripted: ToldSystem = { ...live, agentModel: "script/a.script.yml", labels: ["scripted"] };
  const replay: ToldSystem = { ...live, labels: ["replay"] };
  const chat: ToldSystem = { ...live, agentModel: "target/duo_chat" };

  test.each<[string, ToldSystem, ToldSystem, string | undefined]>([
    ["models", live, live, undefined],
    ["scripts", scripted, { ...scripted, agentModel: "script/b.script.yml" }, undefined],
    ["a script judge of a model", live, { ...live, labels: ["scripted"] }, undefined],
    ["a chat elsewhere and a model", chat, live, undefined],
    ["a script and a model", scripted, live, "A is a script, B is no script and no replay"],
    ["a replay and a model", replay, live, "A is a replay, B is no script and no replay"],
    ["a script and a chat", scripted, chat, "A is a script, B is no script and no replay"],
  ])("%s", (_, a, b, message) => {
    const { comparable, pairs } = pairSystems({ a: system(a), b: system(b) });
    expect(comparable.reasons.map((reason) => reason.message)).toEqual(message ? [message] : []);
    expect(pairs).toHaveLength(message === undefined ? 1 : 0);
    expect(comparable.paired).toBe(pairs.length);
  });
});

test("models of other names are what is compared", () => {
  const a = system({ cases: [served("claude-a-1")] });
  const b = system({ cases: [served("claude-b-7")], agentModel: "anthropic/claude-b" });
  expect(pairSystems({ a, b }).comparable.reasons).toEqual([]);
});

test("what is only on one side, in quarantine, or changed is named", () => {
  const a = system({ cases: [{ case: "z" }, { case: "both" }, { case: "old", question: "o" }] });
  const b = system({
    cases: [{ case: "new" }, { case: "both", quarantined: true }, { case: "old" }],
  });
  expect(pairSystems({ a, b }).comparable).toMatchObject({
    paired: 0,
    onlyA: ["s/z"],
    onlyB: ["s/new"],
    changed: ["s/old"],
    quarantined: ["s/both"],
  });
});

test("cases with the same reason are told together", () => {
  const cases = ["b", "a"].map((id) => ({ case: id, question: "one" }));
  const b = system({ cases: cases.map((each) => ({ ...each, question: "other" })) });
  const { reasons } = pairSystems({ a: system({ cases }), b }).comparable;
  expect(reasons.map((reason) => reason.cases)).toEqual([["s/a", "s/b"]]);
});
