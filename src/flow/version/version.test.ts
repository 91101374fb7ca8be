import { describe, expect, test } from "vitest";
import { corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import {
  compareVersions,
  constraintAllows,
  parseConstraint,
  parseVersion,
  selectVersion,
} from "./index.ts";

const sorted = [
  "0.9",
  "1.0.dev1",
  "1.0-alpha",
  "1.0a1.dev1",
  "1.0a1",
  "1.0-beta.2",
  "1.0rc1",
  "1.0.0",
  "1.0+abc",
  "1.0+5",
  "1.0+5.1",
  "1.0-1",
  "1.0.post2.dev1",
  "1.0.post2",
  "1.0.1",
  "1.2",
  "1.10",
  "1!0.1",
];

function version(text: string): NonNullable<ReturnType<typeof parseVersion>> {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is not a version`);
  return parsed;
}

describe("parseVersion", () => {
  test.each([
    "2.0.0-goal",
    "2.1.0-interactive",
    "latest",
    "",
    "1..0",
    "1.0.",
    "-1",
    `1.${"0".repeat(300)}`,
  ])("%j is not a version", (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  test.each([
    ["v1.0", "1"],
    ["1.0.0.0", "1"],
    ["1.0-alpha", "1.0a0"],
    ["1.0.c1", "1.0rc1"],
    ["1.0PREVIEW2", "1.0rc2"],
    ["1.0-rev3", "1.0.post3"],
    ["1.0-dev", "1.0.dev0"],
    [" 1.0 ", "1.0"],
    ["1.0+A-b", "1.0+a.b"],
  ])("%j equals %j", (a, b) => {
    expect(compareVersions(version(a), version(b))).toBe(0);
  });
});

describe("compareVersions", () => {
  test("orders as PEP 440 does", () => {
    const shuffled = sorted
      .toReversed()
      .toSorted((a, b) => compareVersions(version(a), version(b)));
    expect(shuffled).toEqual(sorted);
    for (const [index, lower] of sorted.entries()) {
      for (const higher of sorted.slice(index + 1)) {
        expect([lower, higher, compareVersions(version(lower), version(higher)) < 0]).toEqual([
          lower,
          higher,
          true,
        ]);
      }
    }
  });
});

const allowed: [constraint: string, yes: string[], no: string[]][] = [
  ["1.0", ["1.0.0", "1", "1.0+local"], ["1.0.1", "1.0a1", "1.0.post1"]],
  ["==v1.0", ["1.0.0"], ["1.1"]],
  ["^1.2.3", ["1.2.3", "1.9"], ["1.2.2", "2.0", "2.0a1"]],
  ["^0.1.0", ["0.1.9"], ["0.2.0"]],
  ["^0.0.1", ["0.0.1"], ["0.0.2"]],
  ["^0.0", ["0.0.5"], ["0.1"]],
  ["^0", ["0.9"], ["1.0"]],
  ["^1.0.0-dev", ["1.0.0.dev0", "1.9"], ["2.0.dev0"]],
  ["~1.2.3", ["1.2.9"], ["1.3", "1.2.2"]],
  ["~1.2", ["1.2.9"], ["1.3"]],
  ["~1", ["1.9"], ["2"]],
  ["~=1.2", ["1.9"], ["2.0", "1.1"]],
  ["~=1.2.3", ["1.2.9"], ["1.3"]],
  ["~= 1", ["1.9"], ["2"]],
  [">1.0", ["1.0.1"], ["1.0", "1.0.post1", "1.0+local"]],
  [">=1.0", ["1.0", "1.0.post1", "9"], ["1.0a1", "0.9"]],
  ["<2.0", ["1.9"], ["2.0", "2.0a1", "2.0.dev1"]],
  ["<2.0rc1", ["2.0a1"], ["2.0rc1", "2.0"]],
  ["<=2.0", ["2.0", "2.0a1", "2.0+local"], ["2.0.1"]],
  ["!=1.0", ["1.1", "0.9", "1.0.post1"], ["1.0", "1.0.0", "1.0+local"]],
  ["1.*", ["1.0", "1.9.9", "1.0a1"], ["2.0", "0.9", "2.0.dev1"]],
  ["!=1.1.*", ["1.0", "1.2"], ["1.1", "1.1.5", "1.1.dev0"]],
  ["1.0rc1.*", ["1.0rc1", "1.0rc1.post1"], ["1.0rc2", "1.0"]],
  ["*", ["0", "9", "1.0a1"], []],
  [">=1,<2", ["1", "1.5"], ["2", "0.9"]],
  [">=1 <2", ["1", "1.5"], ["2", "0.9"]],
  [">=1.0, <2.0,", ["1.5"], ["2.0"]],
  ["^1 || ^3", ["1.5", "3.5"], ["2.0", "4.0"]],
  ["^1|^3", ["1.5", "3.5"], ["2.0"]],
  [">=1,<=1", ["1.0"], ["1.0.1"]],
  [">=3,<2", [], ["1", "2", "3"]],
];

describe("parseConstraint", () => {
  test.each(allowed)("%s", (text, yes, no) => {
    const constraint = parseConstraint(text);
    if (constraint === undefined) throw new Error(`${text} is not a constraint`);
    const all = [...yes, ...no];
    expect(all.filter((candidate) => constraintAllows(constraint, version(candidate)))).toEqual(
      yes,
    );
  });

  test.each([
    "",
    " ",
    "^",
    "latest",
    "===1.0",
    "^1.0;",
    "1.0,,||",
    "2.0.0-goal",
    "~1.*",
    "^1 ||",
    `^1${".0".repeat(200)}`,
  ])("%j is not a constraint", (text) => {
    expect(parseConstraint(text)).toBeUndefined();
  });

  test.each([
    ["1.0", true],
    [">=1", true],
    ["<2", true],
    ["*", true],
    ["!=1.0", true],
    [">=1 || <1", false],
    [">=1 || <=1", true],
    ["^1", false],
    ["1.*", false],
    [">=1,<2", false],
    [">=1,<=1", true],
    ["1.0 || 3.0", false],
    ["!=1.*", false],
  ])("%s is simple: %s", (text, simple) => {
    expect(parseConstraint(text)?.simple).toBe(simple);
  });

  test("takes time proportional to the text", () => {
    const started = performance.now();
    for (const text of [
      "^1" + " ".repeat(250),
      "1" + ",".repeat(250),
      ">".repeat(250),
      "1.".repeat(120),
    ])
      parseConstraint(text);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

const candidates = ["1.0.0", "1.2.0", "2.0.0", "2.0.0-goal", "2.1.0-rc.1", "3.0.0-dev"];

describe("selectVersion", () => {
  test.each([
    ["1.0.0", "1.0.0"],
    ["1", "1.0.0"],
    ["^1.0.0", "1.2.0"],
    ["~1.0", "1.0.0"],
    ["^2.0.0", "2.0.0"],
    ["2.0.0-goal", "2.0.0-goal"],
    ["3.0.0-dev", "3.0.0-dev"],
    ["3.0.0.dev0", "3.0.0-dev"],
    [">=1.0.0", "3.0.0-dev"],
    ["*", "3.0.0-dev"],
    ["!=1.0.0", "3.0.0-dev"],
    [">=1.0.0,<9", "2.0.0"],
    ["1.0.0 || ^2", "2.0.0"],
  ])("%s selects %s", (query, expected) => {
    expect(selectVersion(candidates, query)).toEqual({ found: true, version: expected });
  });

  test("says whether the query or the candidates are at fault", () => {
    expect(selectVersion(candidates, "^4")).toEqual({
      found: false,
      reason: "no-match",
      available: ["1.0.0", "1.2.0", "2.0.0", "2.1.0-rc.1", "3.0.0-dev"],
    });
    expect(selectVersion(candidates, "newest")).toEqual({
      found: false,
      reason: "not-a-constraint",
      available: candidates,
    });
  });

  test("of equal versions takes the one spelled like the query, else the first", () => {
    expect(selectVersion(["1.0", "1.0.0"], "1.0.0")).toEqual({ found: true, version: "1.0.0" });
    expect(selectVersion(["1.0", "1.0.0"], "^1")).toEqual({ found: true, version: "1.0" });
  });

  corpusTest("agrees with the service on every recorded query", agreesWithTheService);
});

interface RecordedQuery {
  readonly available: string[];
  readonly query: string;
  readonly resolved: string | null;
  readonly error?: string;
}

function agreesWithTheService(): void {
  const cases: RecordedQuery[] = JSON.parse(readCorpus("version-cases.json"));
  expect(cases.length).toBeGreaterThan(100);
  const verdicts = cases.map(({ available, query }) => {
    const selection = selectVersion(available, query);
    return selection.found ? selection.version : selection.reason;
  });
  const recorded = cases.map(({ resolved, error }) => {
    if (resolved !== null) return resolved;
    return error?.includes("not a valid") ? "not-a-constraint" : "no-match";
  });
  expect(verdicts).toEqual(recorded);
}
