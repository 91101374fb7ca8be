import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { lintText } from "../lint-text.ts";
import { completeExample } from "../rule/complete-example.ts";
import { rules } from "../rules/index.ts";
import { listRules } from "./list-rules.ts";
import { readSeverities } from "./read-severities.ts";
import { ruleNameProblems } from "./rule-problems.ts";
import { type RuleSetting, withSeverities } from "./severities.ts";

function errorsOf(work: () => unknown): readonly string[] {
  const error = thrownBy(work);
  if (error === undefined) return [];
  const errors = error instanceof AppErrors ? error.errors : [error];
  return errors.map((each) => {
    if (!(each instanceof AppError)) throw new TypeError("no expected error", { cause: each });
    return `${each.code} ${each.message} (${each.hint})`;
  });
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("what rules are set to", () => {
  test.each<
    [configured: Record<string, RuleSetting>, flags: string[], read: [string, RuleSetting][]]
  >([
    [{}, [], []],
    [{ "max-cycles": "off" }, [], [["max-cycles", "off"]]],
    [{ "max-cycles": "off" }, ["max-cycles=error"], [["max-cycles", "error"]]],
    [{}, ["dead-end=off", "dead-end=info"], [["dead-end", "info"]]],
    [{}, ["L01=warning"], [["unknown-tool", "warning"]]],
    [
      {},
      ["l01=warning", "Dead-End=off"],
      [
        ["unknown-tool", "warning"],
        ["dead-end", "off"],
      ],
    ],
    [{ L01: "info" }, ["unknown-tool=off"], [["unknown-tool", "off"]]],
  ])("%j and %j", (configured, flags, read) => {
    expect([...readSeverities(configured, flags)]).toEqual(read);
  });

  test.each<[flags: string[], errors: string[]]>([
    [
      ["max-cycle=off"],
      ['LINT_RULE_UNKNOWN there is no rule "max-cycle" (did you mean "max-cycles"?)'],
    ],
    [
      ["zzzzzzzzzzzz=off"],
      ['LINT_RULE_UNKNOWN there is no rule "zzzzzzzzzzzz" (`lint --list-rules` lists them all)'],
    ],
    [
      ["E63=off"],
      [
        "LINT_RULE_UNKNOWN E63 is one of 2 numbers of the rule max-cycles (name the rule: max-cycles)",
      ],
    ],
    [
      ["max-cycles=erro", "dead-end"],
      [
        'CLI_USAGE --rule max-cycles=erro: a rule cannot be set to "erro" (did you mean "error"?)',
        "CLI_USAGE --rule dead-end does not say what the rule is set to (write dead-end=off, or =info, =warning, =error)",
      ],
    ],
    [
      ["max-cycles=off=off"],
      [
        'CLI_USAGE --rule max-cycles=off=off: a rule cannot be set to "off=off" (one of: off, info, warning, error)',
      ],
    ],
    [["=off"], ['LINT_RULE_UNKNOWN there is no rule "" (`lint --list-rules` lists them all)']],
    [
      ["__proto__=off"],
      ['LINT_RULE_UNKNOWN there is no rule "__proto__" (`lint --list-rules` lists them all)'],
    ],
  ])("%j is wrong", (flags, errors) => {
    expect(errorsOf(() => readSeverities({}, flags))).toEqual(errors);
  });

  test("names in flowproof.yml that no rule has are known by their places", () => {
    const problems = ruleNameProblems({ "max-cycle": "off", "max-cycles": "off", E63: "off" });
    expect(problems).toEqual([
      {
        path: ["lint", "rules", "max-cycle"],
        atKey: true,
        message: 'there is no rule "max-cycle"',
        hint: 'did you mean "max-cycles"?',
      },
      {
        path: ["lint", "rules", "E63"],
        atKey: true,
        message: "E63 is one of 2 numbers of the rule max-cycles",
        hint: "name the rule: max-cycles",
      },
    ]);
  });
});

const found = (rule: string, severity: "error" | "warning" | "info"): Diagnostic => ({
  rule,
  severity,
  origin: "style",
  message: "m",
  hint: "h",
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  pointer: "",
});

test("all findings of a rule become as bad as it is set, and those of one that is off are gone", () => {
  const all = [found("a", "error"), found("a", "info"), found("b", "error"), found("c", "warning")];
  const severities = new Map<string, RuleSetting>([
    ["a", "warning"],
    ["b", "off"],
  ]);
  expect(withSeverities(all, severities)).toEqual([
    found("a", "warning"),
    found("a", "warning"),
    found("c", "warning"),
  ]);
  expect(withSeverities(all, undefined)).toEqual(all);
});

test.each<[setting: RuleSetting, severities: string[]]>([
  ["off", []],
  ["info", ["info"]],
  ["warning", ["warning"]],
  ["error", ["error"]],
])("an error of the service that is set to %s stays the service's", (setting, severities) => {
  const text = completeExample({ yaml: "flow: { entry_point: nowhere }\n" });
  const set = lintText(text, "flow.yml", {
    only: ["service"],
    severities: new Map([["entry-point", setting]]),
  });
  expect(set.map(({ severity }) => severity)).toEqual(severities);
  expect(set.filter(({ origin }) => origin !== "service")).toEqual([]);
});

test("every rule is listed, as it is set", () => {
  const listed = listRules(new Map([["max-cycles", "off"]]));
  expect(listed.map(({ id }) => id).toSorted()).toEqual(rules.ids);
  expect(listed.find(({ id }) => id === "max-cycles")).toMatchObject({
    severity: "off",
    origin: "service",
    codes: rules.get("max-cycles")?.codes,
  });
  expect(listed.find(({ id }) => id === "literal-secrets")).toMatchObject({
    severity: "error",
    fixable: false,
  });
  expect(listed.filter(({ summary }) => summary === "")).toEqual([]);
});
