import { expect, test } from "vitest";
import {
  judgesItself,
  type ModelSources,
  resolveModels,
  type RoleModels,
  type SuiteModels,
} from "./model-choice.ts";

const script = { agent: "script/s.yml", judge: "script/s.yml" };
const everywhere: ModelSources = {
  flags: { model: "f/a", judgeModel: "f/j" },
  env: { EXECUTION_MODEL: "e/a", VALIDATION_MODEL: "e/j" },
  config: { model: "c/a", judgeModel: "c/j" },
};

test.each<[string, Omit<SuiteModels, "file">, ModelSources, RoleModels]>([
  [
    "a panel, by names with commas between them",
    {},
    { flags: { model: "f/a", judgeModel: "f/j, f/k,f/j," } },
    { agent: "f/a", judge: "f/j, f/k", judges: ["f/j", "f/k"] },
  ],
  [
    "a panel of the suite",
    { agent: "s/a", judge: ["s/j", "s/k"] },
    {},
    { agent: "s/a", judge: "s/j, s/k", judges: ["s/j", "s/k"] },
  ],
  [
    "a panel of the configuration, after a variable that is empty",
    { agent: "s/a", judge: [] },
    { env: { VALIDATION_MODEL: " " }, config: { judgeModel: ["c/j", "c/k"] } },
    { agent: "s/a", judge: "c/j, c/k", judges: ["c/j", "c/k"] },
  ],
  ["flags first", { agent: "s/a", judge: "s/j" }, everywhere, { agent: "f/a", judge: "f/j" }],
  [
    "then the environment",
    { agent: "s/a", judge: "s/j" },
    { ...everywhere, flags: {} },
    { agent: "e/a", judge: "e/j" },
  ],
  [
    "then the suite",
    { agent: "s/a", judge: "s/j", script: "s.yml" },
    { config: everywhere.config ?? {} },
    { agent: "s/a", judge: "s/j" },
  ],
  [
    "then the configuration",
    { script: "s.yml" },
    { config: everywhere.config ?? {} },
    { agent: "c/a", judge: "c/j" },
  ],
  [
    "roles from different places",
    { judge: "s/j" },
    { flags: { model: "f/a" } },
    { agent: "f/a", judge: "s/j" },
  ],
  [
    "a judge that nobody names is the agent's",
    {},
    { flags: { model: "f/a" } },
    { agent: "f/a", judge: "f/a" },
  ],
  ["without an agent the script plays all", { script: "s.yml" }, {}, script],
  ["whatever the suite says of the judge", { script: "s.yml", judge: "s/j" }, {}, script],
  [
    "whatever a flag says of the judge",
    { script: "s.yml" },
    { flags: { judgeModel: "f/j" } },
    script,
  ],
  [
    "a forced script beats everything",
    { agent: "s/a" },
    { ...everywhere, flags: { model: "f/a", script: "s.yml" } },
    script,
  ],
  ["a forced script may have its prefix", {}, { flags: { script: "script/s.yml" } }, script],
  [
    "an empty variable names nothing",
    { script: "s.yml" },
    { env: { EXECUTION_MODEL: " " } },
    script,
  ],
])("%s", (_, suite, ...[sources, expected]) => {
  expect(resolveModels({ file: "a.suite.yml", ...suite }, sources)).toEqual(expected);
});

test("without a model and a script there is nothing to run", () => {
  const sources: ModelSources = { flags: { judgeModel: "f/j" } };
  expect(() => resolveModels({ file: "a.suite.yml", judge: "s/j" }, sources)).toThrow(
    expect.objectContaining({ code: "MODEL_MISSING", place: { file: "a.suite.yml" } }),
  );
});

test.each([
  [{ agent: "anthropic/claude-x", judge: "claude-x" }, true],
  [{ agent: "anthropic/claude-x", judge: "claude-y" }, false],
  [script, false],
])("%o judges itself: %s", (models, expected) => {
  expect(judgesItself(models)).toBe(expected);
});
