import { expect, test } from "vitest";
import { rateBook } from "./rate-book.ts";

const config = {
  "claude-haiku-4-5": ["50/min", "9000 tokens/min"],
  "openai/*": "160/8h",
  "local-model": "3/s",
  "*": "10/h",
};

test.each([
  ["claude-haiku-4-5", ["50/min", "9000 tokens/min"]],
  ["anthropic/claude-haiku-4-5", ["50/min", "9000 tokens/min"]],
  ["openai/gpt-x", ["160/8h"]],
  ["openai/local-model", ["3/s"]],
  ["anthropic/claude-sonnet-4-6", ["10/h"]],
])("the most exact name decides for %s", (model, expected) => {
  expect(rateBook([config])(model).map(({ text }) => text)).toEqual(expected);
});

test("the nearest place that says anything of a model decides", () => {
  const rates = rateBook([{ "openai/gpt-x": "1/s" }, { "*": "2/s", "openai/gpt-x": "3/s" }]);
  expect(rates("openai/gpt-x").map(({ text }) => text)).toEqual(["1/s"]);
  expect(rates("openai/gpt-y").map(({ text }) => text)).toEqual(["2/s"]);
  expect(rateBook([])("openai/gpt-y")).toEqual([]);
});
