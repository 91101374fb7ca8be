import { expect, test } from "vitest";
import type { EvalRunFlags } from "../eval-run-flags.ts";
import { keptFlags, requestOf } from "./kept-flags.ts";
import { mergeRequest } from "./merge-request.ts";

const base = { color: true, format: "pretty", reports: "reports" } as const;
const suites = [{ suite: "a", file: "a.suite.yml" }].map((each) => ({
  ...each,
  hash: "",
  targets: [],
  agentModel: "",
  judgeModel: "",
}));

interface Said extends Partial<EvalRunFlags> {
  readonly paths?: readonly string[];
}

/** What is asked for by a run that was started with some flags, and is gone on with with others. */
function merged({ paths: then = ["x"], ...flags }: Said, { paths = [], ...given }: Said): object {
  const request = requestOf(then, { ...base, ...flags }, { env: {} });
  const { paths: asked, flags: all } = mergeRequest(
    JSON.parse(JSON.stringify(request)),
    { suites },
    { paths, flags: { ...base, ...given } },
  );
  const { color: _color, format: _format, reports: _reports, ...rest } = all;
  return { paths: asked, ...rest };
}

test.each<readonly [name: string, then: Said, now: Said, asked: object]>([
  ["nothing", {}, {}, { paths: ["x"] }],
  [
    "what was asked for",
    { model: "m", tag: ["t"], limit: 2, seed: 7, promptedTools: true },
    {},
    { paths: ["x"], model: "m", tag: ["t"], limit: 2, seed: 7, promptedTools: true },
  ],
  [
    "another model",
    { model: "m", judgeModel: "j" },
    { model: "n" },
    { model: "n", judgeModel: "j" },
  ],
  ["a model for a script", { script: "s" }, { executionModel: "n" }, { executionModel: "n" }],
  ["a script for models", { model: "m", judgeModel: "j" }, { script: "s" }, { script: "s" }],
  ["a replay for models", { model: "m" }, { replay: "c" }, { replay: "c" }],
  [
    "another judge",
    { model: "m", judgeModel: "j" },
    { judgeModel: "k" },
    { model: "m", judgeModel: "k" },
  ],
  [
    "another judge by its other name",
    { judgeModel: "j" },
    { validationModel: "k" },
    { judgeModel: "k", validationModel: "k" },
  ],
  ["other paths", { tag: ["t"], seed: 7 }, { paths: ["y"] }, { paths: ["y"], seed: 7 }],
  ["another selection", { tag: ["t"], limit: 2 }, { case: ["c"] }, { paths: ["x"], case: ["c"] }],
  ["the suites that had changed then", { changedSince: "main" }, {}, { paths: ["a.suite.yml"] }],
  [
    "the suites that had failed then",
    { rerun: "failed", paths: [] },
    {},
    { paths: ["a.suite.yml"] },
  ],
  ["what flowproof.yml says", { paths: [] }, {}, { paths: [] }],
])("%s", (_name, then, now, asked) => {
  expect(merged(then, now)).toEqual({ paths: ["x"], ...asked });
});

test("models of the environment are kept, and those of flags count more", () => {
  const env = { EXECUTION_MODEL: "e", VALIDATION_MODEL: "" };
  expect(requestOf([], base, { env }).flags).toEqual({ model: "e" });
  expect(requestOf([], { ...base, model: "m" }, { env }).flags).toEqual({ model: "m" });
});

test("flags of another version, or of another kind, are left out", () => {
  const flags = { model: 7, seed: "x", tag: "t", later: "y", script: "s" };
  expect(keptFlags({ paths: [], flags })).toEqual({ script: "s" });
});

test("a value that held a secret has to be given again", () => {
  const request = { paths: [], flags: { baseUrl: "http://localhost/[REDACTED]" } };
  const given = { paths: [], flags: base };
  expect(() => mergeRequest(request, { suites }, given)).toThrow(
    expect.objectContaining({ code: "CLI_USAGE" }),
  );
});
