import { describe, expect, test } from "vitest";
import type { JsonValue } from "../core/json.ts";
import { type ChatReply, ModelError } from "../model/index.ts";
import { askJury } from "./ask-jury.ts";
import type { Jury, JuryJudgment, Opinion } from "./jury.ts";
import { presetRubric } from "./rubric-presets.ts";
import { cannedCall, cannedReply, judgeBy, promptOf } from "./testing/canned-judge.ts";

const correctness = presetRubric("correctness")!;
const shown = { question: ["How many?"], answer: "There are 42 open issues.", calls: [] };
const evidence = "There are 42 open issues";
const trouble = new ModelError("MODEL_OVERLOADED", "529 from the provider", { retryable: true });

/** What a judge says of everything that it is asked, by the number of the request; null is nothing usable. */
function judgeSaying(id: string, ...said: readonly (Opinion | null | "fault")[]) {
  return judgeBy((request, number): ChatReply | ModelError => {
    const opinion = said[number % said.length] ?? null;
    if (opinion === "fault") return trouble;
    if (opinion === null) return cannedReply([], "end_turn");
    const schema = JSON.stringify(request.tools[0]?.inputSchema);
    const entry = { evidence, reasoning: `${id} says so.` };
    const grades: JsonValue = { correctness: { ...entry, grade: opinion } };
    const verdict = typeof opinion === "number" ? "met" : opinion;
    const criteria = Number(/"minItems":(\d+)/u.exec(schema)?.[1] ?? 0);
    const verdicts = Array.from({ length: criteria }, (_, index) => {
      return { criterion: index + 1, ...entry, verdict };
    });
    return cannedCall({
      ...(criteria > 0 && { verdicts }),
      ...(schema.includes("grades") && { grades }),
    });
  }, id);
}

const options = { trial: 0, hash: (text: string) => `#${text}` };

function ask(jury: Jury, criteria = ["The answer says 42"]): Promise<JuryJudgment> {
  return askJury({ ...shown, criteria }, jury, options);
}

async function grade(jury: Jury): Promise<Opinion | undefined> {
  const asked = { ...shown, criteria: [], rubrics: [correctness] };
  return (await askJury(asked, jury, options)).rubrics[0]?.opinion;
}

describe("votes of one judge", () => {
  test.each<[readonly (Opinion | null | "fault")[], Opinion, cause?: string]>([
    [["met", "met", "met"], "met"],
    [["met", "not_met", "met"], "met"],
    [["not_met", "cannot_tell", "not_met"], "not_met"],
    [["met", "not_met", "cannot_tell"], "cannot_tell"],
    [["met", null, "met"], "met"],
    [["met", "fault", "met"], "met"],
    [["met", null, "not_met"], "cannot_tell", "judge"],
    [["met", null, "fault"], "cannot_tell", "infra"],
    // Whatever the missing one had said, two of three cannot tell.
    [["cannot_tell", "fault", "cannot_tell"], "cannot_tell"],
  ])("%j come to %s", async (said, opinion, cause) => {
    const { client, requests } = judgeSaying("m/a", ...said);
    const { criteria } = await ask({ judges: [client], votes: 3 });
    expect(criteria[0]?.opinion).toBe(opinion);
    expect(criteria[0]?.failure?.cause).toBe(cause);
    expect(criteria[0]?.judges[0]?.votes.map((vote) => vote.type === "vote")).toEqual(
      said.map((each) => each !== null && each !== "fault"),
    );
    expect(requests).toHaveLength(3);
  });

  test.each<[readonly Opinion[], Opinion]>([
    [[2, 4, 3], 3],
    [[4, "cannot_tell", 4], 4],
    [["cannot_tell", 4, "cannot_tell"], "cannot_tell"],
  ])("grades %j have the median %s", async (said, median) => {
    expect(await grade({ judges: [judgeSaying("m/a", ...said).client], votes: 3 })).toBe(median);
  });

  test("are not one answer told three times: several have a temperature", async () => {
    const one = judgeSaying("m/a", "met");
    const three = judgeSaying("m/a", "met");
    const [single, several] = [
      await ask({ judges: [one.client] }),
      await ask({ judges: [three.client], votes: 3 }),
    ];
    expect(one.requests.map(({ temperature }) => temperature)).toEqual([0]);
    expect(three.requests.map(({ temperature }) => temperature)).toEqual([1, 1, 1]);
    expect(several.criteria[0]?.fingerprint).not.toBe(single.criteria[0]?.fingerprint);
    expect(several.usage.inputTokens).toBe(3 * single.usage.inputTokens);
  });

  test.each([0, 2, -1])("%i are none", async (votes) => {
    await expect(ask({ judges: [judgeSaying("m/a", "met").client], votes })).rejects.toThrow(
      RangeError,
    );
  });
});

describe("a panel", () => {
  test.each<[readonly (readonly (Opinion | null)[])[], votes: number, Opinion]>([
    [[["met"], ["met"], ["not_met"]], 1, "met"],
    [[["met"], ["not_met"]], 1, "cannot_tell"],
    [[["met"], ["not_met"], ["cannot_tell"]], 1, "cannot_tell"],
    [[["met"], [null], ["met"]], 1, "met"],
    // Two models against one, although five votes of nine are on its side.
    [
      [
        ["met", "met", "not_met"],
        ["met", "not_met", "met"],
        ["not_met", "not_met", "not_met"],
      ],
      3,
      "met",
    ],
  ])("%j with %i votes each finds %s", async (said, votes, opinion) => {
    const judges = said.map((each, index) => judgeSaying(`m/${index}`, ...each));
    const { criteria } = await ask({ judges: judges.map(({ client }) => client), votes });
    expect(criteria[0]?.opinion).toBe(opinion);
    expect(criteria[0]?.judges.map(({ model }) => model)).toEqual(said.map((_, i) => `m/${i}`));
    expect(judges.map(({ requests }) => requests.length)).toEqual(said.map(() => votes));
  });

  test("grades by the median of its models, the lower of two", async () => {
    const judges = [2, 4, 4].map((said, index) => judgeSaying(`m/${index}`, said).client);
    expect(await grade({ judges })).toBe(4);
    expect(await grade({ judges: judges.slice(0, 2) })).toBe(2);
  });

  test("has a fingerprint of its models, in which each has its own", async () => {
    const [a, b] = [judgeSaying("m/a", "met").client, judgeSaying("m/b", "met").client];
    const both = (await ask({ judges: [a, b] })).criteria[0];
    const one = (await ask({ judges: [a] })).criteria[0];
    expect(one?.fingerprint).toBe(one?.judges[0]?.fingerprint);
    expect(both?.judges[0]?.fingerprint).toBe(one?.fingerprint);
    expect(
      new Set([both?.fingerprint, ...(both?.judges ?? []).map((each) => each.fingerprint)]).size,
    ).toBe(3);
  });

  test("of nobody is a defect of the caller", async () => {
    await expect(ask({ judges: [] })).rejects.toThrow(RangeError);
  });
});

describe("everything at once, or each by itself", () => {
  const criteria = ["The answer says 42", "The answer is a sentence"];
  const asked = { ...shown, criteria, rubrics: [correctness] };

  test.each([
    [false, 1],
    [true, 3],
  ])("isolate: %s asks %i times", async (isolate, times) => {
    const { client, requests } = judgeSaying("m/a", 3);
    const judgment = await askJury(asked, { judges: [client], isolate }, options);
    expect(requests).toHaveLength(times);
    expect(judgment.criteria.map(({ opinion }) => opinion)).toEqual(["met", "met"]);
    expect(judgment.rubrics.map(({ opinion }) => opinion)).toEqual([3]);
    const seen = requests.filter((request) => promptOf(request).includes(criteria[0]!));
    expect(seen).toHaveLength(1);
    expect(promptOf(seen[0]).includes(criteria[1]!)).toBe(!isolate);
  });

  test("an answer that fails takes along what was asked in the same request only", async () => {
    const { client } = judgeSaying("m/a", 3, null, 3);
    const { criteria: items } = await askJury(asked, { judges: [client], isolate: true }, options);
    expect(items.map(({ opinion }) => opinion)).toEqual(["met", "cannot_tell"]);
    expect(items[1]?.failure?.cause).toBe("judge");
  });
});
