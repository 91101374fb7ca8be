import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { matcherSchema } from "../../core/match/matcher-schema.ts";
import { toJson } from "../../core/python/convert.ts";
import { compileSchema } from "../../schema/index.ts";
import { readYaml } from "../../yaml/index.ts";
import { catalogTool } from "../catalog/catalog.ts";
import type { ToolOutcome } from "../tool-runtime.ts";
import { validateToolArgs } from "../validate-tool-args.ts";
import { createFakes, type Fakes } from "./create-fakes.ts";
import type { ApiRequest } from "./fake.ts";
import { fakesSchema } from "./fakes-schema.ts";
import { readFakes } from "./read-fakes.ts";

/**
 * Runs what `fixtures/fakes` says. A file has `cases`, each with a `name`, the block `fake` as a suite has it
 * under `fakes`, `steps` that are called in order, and what holds afterwards. A step is `call`, `args`, and one of
 * `returns` (a matcher), `returns_json` (of the JSON that the text is), `error` (a matcher of the message), and
 * `unknown: true` where the fake cannot know. Afterwards: `state` (a matcher, or `unchanged`), `requests` (each
 * "METHOD /path" or a matcher). `problems` holds matchers of what is wrong in the block, and `defaults` one that
 * the `fake` of every case is laid over.
 */
const top = join(dirname(fileURLToPath(import.meta.url)), "../../../fixtures/fakes");

interface Step {
  readonly call: string;
  readonly args?: JsonObject;
  readonly returns?: JsonValue;
  readonly returns_json?: JsonValue;
  readonly error?: JsonValue;
  readonly unknown?: true;
}

interface Case {
  readonly name: string;
  readonly fake: JsonObject;
  readonly steps?: readonly Step[];
  readonly state?: JsonValue;
  readonly requests?: readonly JsonValue[];
  readonly problems?: readonly JsonValue[];
}

interface CaseFile {
  readonly defaults?: JsonObject;
  readonly cases: readonly Case[];
}

const known: Readonly<Record<"case" | "file" | "step", readonly string[]>> = {
  file: ["defaults", "cases"],
  case: ["name", "fake", "steps", "state", "requests", "problems"],
  step: ["call", "args", "returns", "returns_json", "error", "unknown"],
};

function checkKeys(kind: keyof typeof known, value: object): void {
  const wrong = Object.keys(value).filter((key) => !known[kind].includes(key));
  if (wrong.length > 0) throw new TypeError(`a ${kind} has no ${wrong.join(", ")}`);
}

function load(path: string): CaseFile {
  const { value, problems } = readYaml(readFileSync(path, "utf8"), path);
  if (problems.length > 0)
    throw new TypeError(`${path}: ${problems.map(({ message }) => message).join("; ")}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a fixture of ours; its keys are checked below
  const file = value as unknown as CaseFile;
  checkKeys("file", file);
  for (const each of file.cases) {
    checkKeys("case", each);
    for (const step of each.steps ?? []) checkKeys("step", step);
  }
  return file;
}

/** Like `layOver` of a case's block, but for tests only; what a fixture leaves out comes from the defaults. */
function over(below: JsonValue | undefined, above: JsonValue): JsonValue {
  if (!isJsonObject(below) || !isJsonObject(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key in above ? over(below[key], above[key] ?? null) : (below[key] ?? null),
    ]),
  );
}

function expectMatch(spec: JsonValue, actual: JsonValue | undefined, what: string): void {
  const differences = compileMatcher(spec, { compileSchema }).explain(actual);
  expect(differences, `${what}: ${JSON.stringify(actual, undefined, 1)}`).toEqual([]);
}

function stateOf(fakes: Fakes): JsonObject {
  return Object.fromEntries([...fakes].map(([name, fake]) => [name, fake.state()]));
}

function answer(fakes: Fakes, { call, args = {} }: Step): ToolOutcome | undefined {
  const spec = catalogTool(call);
  if (spec === undefined) throw new TypeError(`there is no tool ${call}`);
  const valid = validateToolArgs(spec, args);
  if (!valid.ok) throw new TypeError(valid.text);
  const fake = [...fakes.values()].find(({ tools }) => tools.includes(call));
  if (fake === undefined) throw new TypeError(`no fake has the tool ${call}`);
  return fake.call({ component: "agent", tool: call, args: valid.args });
}

function parseJson(text: string): JsonValue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON is of this type
  return JSON.parse(text) as JsonValue;
}

function checkStep(fakes: Fakes, step: Step): void {
  const outcome = answer(fakes, step);
  const what = `${step.call} ${JSON.stringify(step.args ?? {})}`;
  if (outcome === undefined || step.unknown === true) {
    expect(outcome, what).toBe(step.unknown === true ? undefined : "an outcome");
    return;
  }
  if (outcome.type === "error") return expectMatch(step.error ?? "no error", outcome.message, what);
  const value = toJson(outcome.value);
  if (step.returns_json !== undefined) {
    const parsed = typeof value === "string" ? parseJson(value) : value;
    return expectMatch(step.returns_json, parsed, what);
  }
  expect(step, `${what} returned ${JSON.stringify(value)}`).toHaveProperty("returns");
  return expectMatch(step.returns ?? null, value, what);
}

function checkRequests(expected: readonly JsonValue[], actual: readonly ApiRequest[]): void {
  const lines = actual.map(({ method, path }) => `${method} ${path}`);
  expect(actual.length, lines.join("\n")).toBe(expected.length);
  for (const [index, spec] of expected.entries()) {
    const request = actual[index];
    if (typeof spec === "string") expect(lines[index]).toBe(spec);
    else expectMatch(spec, parseJson(JSON.stringify(request)), `request ${index + 1}`);
  }
}

/** Compiled once; it takes a while. */
const validate = compileSchema({
  ...fakesSchema,
  $schema: "http://json-schema.org/draft-07/schema#",
  $defs: { matcher: matcherSchema },
});

function run({ defaults }: CaseFile, each: Case): void {
  const block = over(defaults, each.fake);
  const written = JSON.stringify(block);
  const { seeds, problems } = readFakes(block);
  expect(problems.length, problems.map(({ message }) => message).join("\n")).toBe(
    each.problems?.length ?? 0,
  );
  for (const [index, spec] of (each.problems ?? []).entries()) {
    expectMatch(spec, parseJson(JSON.stringify(problems[index])), `problem ${index + 1}`);
  }
  if (problems.length > 0) return;
  expect(validate(block).map(({ message }) => message)).toEqual([]);
  const fakes = createFakes(seeds);
  const before = stateOf(fakes);
  for (const step of each.steps ?? []) checkStep(fakes, step);
  const after = stateOf(fakes);
  if (each.state === "unchanged") expect(after).toEqual(before);
  else if (each.state !== undefined) expectMatch(each.state, after, "state");
  if (each.requests !== undefined) {
    checkRequests(
      each.requests,
      [...fakes.values()].flatMap(({ requests }) => requests),
    );
  }
  expect(stateOf(createFakes(seeds)), "another trial of the same seed").toEqual(before);
  expect(JSON.stringify(block)).toBe(written);
}

const paths = readdirSync(top, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yml"))
  .toSorted()
  .map((name) => join(top, name))
  // Seeds and other parts that files refer to are not cases.
  .filter((path) => /^cases:/m.test(readFileSync(path, "utf8")));

test.each(paths.length === 0 ? [] : [paths.length])("there are files of cases", (count) => {
  expect(count).toBeGreaterThan(0);
});

describe.each(paths.map((path) => relative(top, path)))("%s", (name) => {
  const file = load(join(top, name));
  test.each(file.cases)("$name", (each) => {
    expect(each.steps ?? each.state ?? each.problems, "nothing is checked").toBeDefined();
    run(file, each);
  });
});
