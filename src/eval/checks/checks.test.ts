import { readdirSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { matcherSchema } from "../../core/match/matcher-schema.ts";
import type { SchemaCompiler } from "../check/check-reader.ts";
import { prepareCheck } from "../check/check-report.ts";
import type { Check, Finding } from "../check/check.ts";
import { checks } from "../check/known-checks.ts";
import type { TrialView } from "../check/trial-view.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
const compileSchema: SchemaCompiler = (schema) => {
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ message = "" }) => ({ path: [], message }));
  };
};
const emptyTrial: TrialView = {
  status: "completed",
  answer: "",
  route: [],
  calls: [],
  replies: 1,
  turns: 1,
  context: {},
  activeMs: 0,
  costUsd: 0,
  canaries: {},
};

function schemaOf(check: Check): ValidateFunction {
  const defs: JsonObject = { matcher: matcherSchema };
  return ajv.compile({ ...check.schema, $defs: defs });
}

function misfits(fits: ValidateFunction, value: JsonValue): readonly unknown[] {
  return fits(value) ? [] : (fits.errors ?? []);
}

function assess(check: Check, value: JsonValue, trial: Partial<TrialView>): Finding {
  const { prepared, problems } = prepareCheck(check, value, compileSchema);
  expect(problems).toEqual([]);
  if (prepared?.type !== "decidable") throw new Error("not decidable");
  return prepared.assess({ ...emptyTrial, ...trial });
}

test("every file of the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
    .map((file) => file.slice(0, -".ts".length).replaceAll("-", "_"));
  expect(checks.ids).toEqual(files.toSorted());
});

describe.each(checks.all())("$id", (check) => {
  const fits = schemaOf(check);
  const passes = check.examples.flatMap(({ trial, passes: values }) =>
    values.map((value) => ({ value, trial })),
  );
  const fails = check.examples.flatMap(({ trial, fails: values }) =>
    values.map((value) => ({ value, trial })),
  );

  test("its documentation is complete", () => {
    expect(check.docs.summary).toMatch(/^(?:requires|forbids|limits) .*[^.]$/u);
    expect(check.docs.rationale).toMatch(/^[A-Z].*\.$/u);
  });

  test.each(passes)("passes: $value", ({ value, trial }) => {
    expect(misfits(fits, value)).toEqual([]);
    const finding = assess(check, value, trial);
    expect(finding).toMatchObject({ pass: true });
    expect(finding.message).toMatch(/^\S.*$/u);
  });

  test.each(fails)("fails: $value", ({ value, trial }) => {
    expect(misfits(fits, value)).toEqual([]);
    const finding = assess(check, value, trial);
    expect(finding).toMatchObject({ pass: false });
    expect(finding.message).toMatch(/^expected .+$/u);
  });

  test.each(check.refused.map((value) => ({ value })))("refuses: $value", ({ value }) => {
    expect(misfits(fits, value)).toEqual([]);
    const { prepared, problems } = prepareCheck(check, value, compileSchema);
    expect(prepared).toBeUndefined();
    expect(problems.map(({ message }) => message)).not.toEqual([]);
  });

  test("is shown to hold and to break", () => {
    // What a judge decides is shown where judges are tested.
    const isJudged = check.id === "judge" || check.id === "rubric";
    expect(isJudged || (passes.length > 0 && fails.length > 0)).toBe(true);
  });
});
