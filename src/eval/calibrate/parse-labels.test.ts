import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { parseLabels } from "./parse-labels.ts";

const stored = { run: "latest", suite: "s", case: "c", check: "judge#1" };
const given = { question: "How many?", answer: "42", criterion: " It says 42. " };
const lines = (...values: readonly unknown[]) => values.map((v) => JSON.stringify(v)).join("\n");

async function errorsOf(text: string): Promise<readonly AppError[]> {
  try {
    await parseLabels(text, "labels.jsonl");
  } catch (error) {
    if (error instanceof AppErrors) return error.errors;
    if (error instanceof AppError) return [error];
  }
  return [];
}

test("labels of a run and labels that stand by themselves", async () => {
  const call = { tool: "t", result: "r" };
  const text = `\uFEFF\n${lines(
    { ...stored, trial: 2, label: "met", by: " ann ", note: "why" },
    { ...given, label: "not_met", calls: [call] },
    { ...stored, grade: 3 },
  )}\n\n`;
  expect(await parseLabels(text, "labels.jsonl")).toEqual([
    {
      place: { file: "labels.jsonl", line: 2 },
      subject: { type: "stored", ...stored, trial: 2, target: undefined, criterion: undefined },
      opinion: { type: "label", met: true },
      by: "ann",
    },
    {
      place: { file: "labels.jsonl", line: 3 },
      subject: {
        type: "given",
        question: ["How many?"],
        answer: "42",
        calls: [{ ...call, args: {}, isError: false }],
        criterion: "It says 42.",
      },
      opinion: { type: "label", met: false },
      by: "",
    },
    {
      place: { file: "labels.jsonl", line: 4 },
      subject: {
        type: "stored",
        ...stored,
        trial: undefined,
        target: undefined,
        criterion: undefined,
      },
      opinion: { type: "grade", grade: 3 },
      by: "",
    },
  ]);
});

test.each([
  ["no JSON", "{", "the line is not JSON"],
  ["no object", "[1]", "the line is not a JSON object"],
  ["a wrong key", lines({ ...stored, lable: "met" }), 'unknown key "lable"'],
  ["a wrong label", lines({ ...stored, label: "yes" }), "label"],
  ["a trial that is none", lines({ ...stored, trial: -1, label: "met" }), "trial"],
  ["no label", lines(stored), "a label is `label` or `grade`, one of both"],
  ["both", lines({ ...stored, label: "met", grade: 1 }), "one of both"],
  ["no run", lines({ suite: "s", case: "c", check: "x", label: "met" }), "`run` is missing"],
  ["no check", lines({ run: "r", suite: "s", case: "c", label: "met" }), "`check` is missing"],
  ["no answer", lines({ question: "q", criterion: "c", label: "met" }), "`answer` is missing"],
  [
    "of both kinds",
    lines({ ...stored, ...given, label: "met" }),
    "`run` is for an answer of a run",
  ],
  ["a grade of its own", lines({ ...given, grade: 3 }), "only a rubric of a run has grades"],
])("%s", async (_, text, message) => {
  const [error] = await errorsOf(`${lines({ ...stored, label: "met" })}\n${text}`);
  expect(error?.code).toBe("EVAL_LABELS_INVALID");
  expect(error?.message).toContain(message);
  expect(error?.place).toMatchObject({ file: "labels.jsonl", line: 2 });
});

test("all lines are told of, twenty at most; a file without labels is none", async () => {
  const bad = lines({ ...stored, label: "no" });
  expect(await errorsOf(`${bad}\n${bad}`)).toHaveLength(2);
  expect(await errorsOf(`${bad}\n`.repeat(50))).toHaveLength(20);
  expect((await errorsOf("\n \n")).map(({ message }) => message)).toEqual([
    "the file holds no label",
  ]);
});
