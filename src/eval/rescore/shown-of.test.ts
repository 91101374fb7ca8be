import { expect, test } from "vitest";
import { shownOf } from "./shown-of.ts";

const call = (tool: string) => ({ tool, args: {}, result: tool, isError: false });
const trial = {
  earlier: [],
  exchanges: [
    { user: "a?", answer: "a", calls: 1 },
    { user: "b?", answer: "b", calls: 1 },
    { user: "c?", answer: "c", calls: 3 },
  ],
  calls: [call("x"), call("y"), call("z")],
};

test.each([
  [0, ["a?"], "a", ["x"]],
  [1, ["a?", "b?"], "b", []],
  [2, ["a?", "b?", "c?"], "c", ["y", "z"]],
  [undefined, ["a?", "b?", "c?"], "c", ["x", "y", "z"]],
] as const)("turn %s", (turn, question, answer, tools) => {
  const shown = shownOf(trial, turn);
  expect(shown).toMatchObject({ question, answer });
  expect(shown?.calls.map(({ tool }) => tool)).toEqual(tools);
});

test("what the user had said before the case began stands first", () => {
  const question = shownOf({ ...trial, earlier: ["before"] }, 0)?.question;
  expect(question).toEqual(["before", "a?"]);
});

test("what is not there is not shown", () => {
  expect(shownOf(trial, 3)).toBeUndefined();
  expect(shownOf({ ...trial, exchanges: undefined })).toBeUndefined();
  expect(shownOf({ ...trial, exchanges: [] })).toBeUndefined();
});
