import { describe, expect, test } from "vitest";
import type { PyValue } from "../../core/python/py-value.ts";
import { inspectFlow, parseVersion } from "../../flow/index.ts";
import { firstDifference } from "./first-difference.ts";
import { type FlowIdentity, flowIdentity } from "./flow-identity.ts";
import { isReleasedFlow, nearestLower } from "./nearest-lower.ts";
import { stepBetween, versionAfter } from "./version-steps.ts";

test.each<[path: string, identity: FlowIdentity | undefined]>([
  ["flows/helper/1.0.0.yml", { reference: "helper", version: "1.0.0", experimental: false }],
  ["helper/2.0.0-goal.yml", { reference: "helper", version: "2.0.0-goal", experimental: false }],
  [
    "flows/experimental/helper/1.0.0.yml",
    { reference: "helper", version: "1.0.0", experimental: true },
  ],
  ["flows\\helper\\1.0.0.yml", { reference: "helper", version: "1.0.0", experimental: false }],
  ["/a/b/h2_x/v1.yml", { reference: "h2_x", version: "v1", experimental: false }],
  ["1.0.0.yml", undefined],
  ["flows/Helper/1.0.0.yml", undefined],
  ["flows/helper/1.0.0.yaml", undefined],
  ["flows/helper/new.yml", undefined],
  ["flows/helper/notes/x.yml", undefined],
])("%s names %j", (path, identity) => {
  expect(flowIdentity(path)).toEqual(identity);
});

test.each([
  ["flows/a/1.0.0.yml", true],
  ["flows/a/1.0.yml", true],
  ["flows/a/1.0.0.post1.yml", true],
  ["flows/a/0.1.0.yml", true],
  ["flows/a/2.0.0-dev.yml", false],
  ["flows/a/1.1.0rc1.yml", false],
  ["flows/a/2.0.0-goal.yml", false],
  ["flows/experimental/a/1.0.0.yml", false],
  ["flows/a/new.yml", false],
])("%s is released: %s", (path, released) => {
  expect(isReleasedFlow(path)).toBe(released);
});

test.each<[version: string, others: string[], lower: string | undefined]>([
  ["1.1.0", ["1.0.0"], "1.0.0"],
  ["1.1.0", ["1.0.0", "1.0.1", "2.0.0", "1.1.0"], "1.0.1"],
  ["1.10.0", ["1.9.0", "1.2.0"], "1.9.0"],
  ["1.1.0", ["1.1.0-rc1", "1.0.0", "1.0.5-dev"], "1.0.0"],
  ["1.1.0-rc1", ["1.0.0", "1.1.0-dev"], "1.0.0"],
  ["2.0.0-goal", ["1.0.0"], undefined],
  ["1.1.0", ["1.0.0-goal", "notes"], undefined],
  ["1.0.0", ["1.0.0", "2.0.0"], undefined],
])("below %s of %j is %s", (version, others, lower) => {
  expect(nearestLower(version, others)).toBe(lower);
});

test.each([
  ["1.0.0", "1.0.1", "patch"],
  ["1.0.0", "1.1.0", "minor"],
  ["1.0.0", "1.1.0-dev", "minor"],
  ["1.2.3", "2.0.0", "major"],
  ["1.0", "1.0.1", "patch"],
  ["1.0.0", "1.0.0.post1", "patch"],
  ["1.0.0", "1!1.0.0", "major"],
  ["0.1.0", "0.1.1", "minor"],
  ["0.1.0", "0.2.0", "major"],
  ["0.9.0", "1.0.0", "major"],
])("from %s to %s is %s", (before, after, step) => {
  const [old, now] = [before, after].map(parseVersion);
  if (old === undefined || now === undefined) throw new TypeError("no version");
  expect(stepBetween(old, now)).toBe(step);
});

test.each([
  ["1.2.3", "2.0.0", "1.3.0", "1.2.4"],
  ["1.2", "2.0.0", "1.3.0", "1.2.1"],
  ["0.1.2", "0.2.0", "0.1.3", "0.1.3"],
  ["1!1.0.0", "1!2.0.0", "1!1.1.0", "1!1.0.1"],
])("after %s comes %s, %s or %s", (before, major, minor, patch) => {
  const version = parseVersion(before);
  if (version === undefined) throw new TypeError("no version");
  const next = (["major", "minor", "patch"] as const).map((step) => versionAfter(version, step));
  expect(next).toEqual([major, minor, patch]);
});

describe("what the service reads", () => {
  const read = (text: string): PyValue => inspectFlow(text, "a.yml").yaml.value ?? null;
  test.each<[before: string, after: string, at: (string | number)[] | undefined]>([
    ["a: 1\nb: 2\n", "b:   2 # two\n\na: 1\n", undefined],
    ["a: x\n", 'a: "x"\n', undefined],
    ["a: |\n  x\n", 'a: "x\\n"\n', undefined],
    ["a: 0x10\n", "a: 16\n", undefined],
    ["a: 1\n", "a: 1.0\n", ["a"]],
    ["a: 1.0\n", "a: 1.00\n", undefined],
    ["a: yes\n", 'a: "yes"\n', ["a"]],
    ["a: yes\n", "a: true\n", undefined],
    ["a: 2020-01-01\n", "a: 2020-01-02\n", ["a"]],
    ["a: 2020-01-01\n", "a: 2020-01-01\n", undefined],
    ["a: .nan\n", "a: .nan\n", undefined],
    ["a: 2020-01-01\n", "a: .nan\n", ["a"]],
    ["a: [1, 2]\n", "a: [2, 1]\n", ["a", 0]],
    ["a: [1]\n", "a: [1, 2]\n", ["a", 1]],
    ["a: [1, 2]\n", "a: [1]\n", ["a"]],
    ["a: {b: 1, c: 2}\n", "a: {b: 1}\n", ["a"]],
    ["a: {b: 1}\n", "a: {b: 1, c: 2}\n", ["a", "c"]],
    ["a: {b: {c: 1}}\n", "a: {b: {c: 2}}\n", ["a", "b", "c"]],
    ["x: &x {a: 1}\ny: *x\n", "x: {a: 1}\ny: {a: 1}\n", undefined],
    [
      "prompt_template: {system: a, user: b}\n",
      "prompt_template: {user: b, system: a}\n",
      ["prompt_template"],
    ],
    ["definition: {p: {a: 1, b: 2}}\n", "definition: {p: {b: 2, a: 1}}\n", ["definition", "p"]],
    ["a: 1\n", "[1]\n", []],
    ["a: null\n", "b: null\n", ["b"]],
  ])("%j → %j", (before, after, at) => {
    expect(firstDifference(read(before), read(after))).toEqual(at);
  });
});
