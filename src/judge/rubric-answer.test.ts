import { expect, test } from "vitest";
import { judgeAnswer } from "./judge-answer.ts";
import { presetRubric, presetRubrics } from "./rubric-presets.ts";
import type { Rubric } from "./rubric.ts";
import { cannedCall, judgeOf, promptOf } from "./testing/canned-judge.ts";

const tone: Rubric = {
  name: "tone",
  question: "Is it kind?",
  anchors: new Map([
    [1, "It insults."],
    [5, "It is warm."],
  ]),
  of: 5,
};
const correctness = presetRubric("correctness")!;
const shown = { question: ["How many?"], answer: "There are 42 open issues.", calls: [] };
const entry = { evidence: "There are 42", reasoning: "It says so." };

test("every rubric of ours describes every grade, in words of its own", () => {
  expect(presetRubrics).toEqual(["comprehensiveness", "correctness", "readability"]);
  const all = presetRubrics.map((name) => presetRubric(name)!);
  for (const { anchors, of } of all) expect([...anchors.keys()]).toEqual([1, 2, 3, 4].slice(0, of));
  const texts = all.flatMap(({ anchors }) => [...anchors.values()]);
  expect(new Set(texts).size).toBe(12);
});

test("the judge reads question and grades, and may only give one of them", async () => {
  const grades = { correctness: { ...entry, grade: 4 }, tone: { ...entry, grade: 2 } };
  const { client, requests } = judgeOf(cannedCall({ grades }));
  const rubrics = [correctness, tone];
  const judgment = await judgeAnswer({ ...shown, criteria: [], rubrics }, client, {
    trial: 0,
    hash: String,
  });
  expect(judgment).toMatchObject({
    verdicts: [],
    grades: [
      { rubric: 1, grade: 4, from: ["answer"] },
      { rubric: 2, grade: 2, from: ["answer"] },
    ],
  });
  const prompt = promptOf(requests[0]);
  expect(prompt).toContain(
    "tone: Is it kind?\n  1: It insults.\n  2: between its neighbors\n  3: between its neighbors",
  );
  expect(prompt).not.toContain("The criteria:");
  const schema = requests[0]?.tools[0]?.inputSchema;
  expect(schema).toMatchObject({
    required: ["grades"],
    properties: {
      grades: {
        required: ["correctness", "tone"],
        properties: { tone: { properties: { grade: { enum: [1, 2, 3, 4, 5, "cannot_tell"] } } } },
      },
    },
  });
  expect(Object.keys(schema?.["properties"] ?? {})).toEqual(["grades"]);
});

test.each([
  [{ ...entry, grade: 1, evidence: "" }],
  [{ ...entry, grade: "cannot_tell", evidence: "" }],
])("%j needs no quote", async (grade) => {
  const { client, requests } = judgeOf(cannedCall({ grades: { tone: grade } }));
  const input = { ...shown, criteria: [], rubrics: [tone] };
  const judgment = await judgeAnswer(input, client, { trial: 0, hash: String });
  expect(judgment).toMatchObject({ grades: [{ grade: grade.grade, from: [] }] });
  expect(requests).toHaveLength(1);
});

test("two of one name are told apart", async () => {
  const other = { ...tone, question: "Is it polite?" };
  const grades = { tone: { ...entry, grade: 2 }, "tone.2": { ...entry, grade: 5 } };
  const { client, requests } = judgeOf(cannedCall({ grades }));
  const input = { ...shown, criteria: [], rubrics: [tone, other] };
  const judgment = await judgeAnswer(input, client, { trial: 0, hash: String });
  expect(judgment).toMatchObject({ grades: [{ grade: 2 }, { grade: 5 }] });
  expect(promptOf(requests[0])).toContain("tone.2: Is it polite?");
});

test("the fingerprint changes with question, scale and descriptions", async () => {
  const fingerprints = [
    [tone],
    [{ ...tone, question: "Is it warm?" }],
    [{ ...tone, of: 6 }],
    [{ ...tone, anchors: new Map([...tone.anchors, [3, "It is neutral."]]) }],
    [correctness],
  ].map(async (rubrics) => {
    const { client } = judgeOf(cannedCall({ grades: {} }), cannedCall({ grades: {} }));
    const input = { ...shown, criteria: [], rubrics };
    return (await judgeAnswer(input, client, { trial: 0, hash: String })).fingerprint;
  });
  expect(new Set(await Promise.all(fingerprints)).size).toBe(5);
});
