import { expect, test } from "vitest";
import { rescoreJudges } from "./judge-choice.ts";

const flags = { judgeModel: "flag" };
const env = { VALIDATION_MODEL: "env" };
const config = { judgeModel: "config" };

test.each([
  [
    "the script of the flag",
    { flags: { ...flags, script: "a.yml" }, env },
    "then",
    [],
    "script/a.yml",
  ],
  ["the flag", { flags, env, config }, "then", ["suite"], "flag"],
  ["the environment", { env, config }, "then", ["suite"], "env"],
  ["the suite", { config }, "then", ["suite"], "suite"],
  ["the configuration", { config }, "then", [], "config"],
  ["the run", {}, "then", [], "then"],
  ["the run's script", { config }, "script/a.yml", ["suite"], "script/a.yml"],
  ["the flag, over the run's script", { flags }, "script/a.yml", [], "flag"],
  ["the suite, where a target was its own judge", {}, "target/http", ["suite"], "suite"],
])("%s names the judge", (_, sources, recorded, suite, judge) => {
  expect(rescoreJudges({ recorded, suite, isAsked: true }, sources)).toEqual({ judge });
});

test("several are a panel", () => {
  const panel = { judge: "a, b", judges: ["a", "b"] };
  expect(rescoreJudges({ recorded: "a, b", suite: [], isAsked: true }, {})).toEqual(panel);
  expect(rescoreJudges({ recorded: "x", suite: ["a", "b"], isAsked: true }, {})).toEqual(panel);
});

test("nobody", () => {
  const known = { recorded: "target/http", suite: [] };
  expect(() => rescoreJudges({ ...known, isAsked: true }, {})).toThrow(
    "nothing names a model for the judge",
  );
  expect(rescoreJudges({ ...known, isAsked: false }, {})).toEqual({ judge: "target/http" });
});
