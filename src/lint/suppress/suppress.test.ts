import { describe, expect, test } from "vitest";
import { made } from "../../../fixtures/made-secrets.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintFiles } from "../lint-files.ts";
import { completeExample } from "../rule/complete-example.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import { rules } from "../rules/index.ts";
import type { RuleSetting } from "../settings/severities.ts";
import { rubyLayout } from "./ruby-layout.ts";
import { settleFindings, type SettleOptions } from "./settle-findings.ts";

const asked: ReadonlySet<LintRule> = new Set(rules.all());

/** A finding of a rule on a line. */
function at(rule: string, line: number): Diagnostic {
  const place = { line, column: 1, endLine: line, endColumn: 2 };
  return {
    rule,
    severity: "error",
    origin: "style",
    message: "m",
    hint: "h",
    pointer: "",
    ...place,
  };
}

interface Settled {
  readonly kept: readonly string[];
  readonly said: readonly string[];
  readonly suppressed: number;
}

function settle(
  text: string,
  found: readonly Diagnostic[],
  options: SettleOptions & { readonly asked?: ReadonlySet<LintRule> } = {},
): Settled {
  const outcome = settleFindings(found, { text, asked: options.asked ?? asked }, options);
  const isOwn = ({ rule }: Diagnostic): boolean => rule === "disable-comments";
  return {
    kept: outcome.diagnostics
      .filter((each) => !isOwn(each))
      .map(({ rule, line }) => `${rule} ${line}`),
    said: outcome.diagnostics
      .filter(isOwn)
      .map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`),
    suppressed: outcome.suppressed,
  };
}

const next = "# flowproof-disable-next-line";

describe("what a comment passes over", () => {
  test.each<[about: string, text: string, found: [string, number][], kept: [string, number][]]>([
    ["the next line", `${next} dead-end: why\na: 1\n`, [["dead-end", 2]], []],
    [
      "no other line",
      `${next} dead-end: why\na: 1\nb: 2\n`,
      [
        ["dead-end", 2],
        ["dead-end", 3],
      ],
      [["dead-end", 3]],
    ],
    [
      "no other rule",
      `${next} dead-end: why\na: 1\n`,
      [
        ["dead-end", 2],
        ["idle-tool", 2],
      ],
      [["idle-tool", 2]],
    ],
    [
      "every finding of it",
      `${next} dead-end: why\na: 1\n`,
      [
        ["dead-end", 2],
        ["dead-end", 2],
      ],
      [],
    ],
    [
      "several rules",
      `${next} dead-end, idle-tool: why\na: 1\n`,
      [
        ["dead-end", 2],
        ["idle-tool", 2],
      ],
      [],
    ],
    ["a rule by its number", `${next} L01: why\na: 1\n`, [["unknown-tool", 2]], []],
    [
      "past empty lines and comments",
      `${next} dead-end: why\n\n  # more\n\na: 1\n`,
      [["dead-end", 5]],
      [],
    ],
    [
      "by two comments above each other",
      `${next} dead-end: why\n${next} idle-tool: why\na: 1\n`,
      [
        ["dead-end", 3],
        ["idle-tool", 3],
      ],
      [],
    ],
    ["from the end of a line", `a: 1 ${next} dead-end: why\nb: 1\n`, [["dead-end", 2]], []],
    [
      "not its own line",
      `b: 2\na: 1 ${next} dead-end: why\nb: 1\n`,
      [
        ["dead-end", 2],
        ["dead-end", 3],
      ],
      [["dead-end", 2]],
    ],
    [
      "without a space",
      `#flowproof-disable-next-line dead-end: why\na: 1\n`,
      [["dead-end", 2]],
      [],
    ],
    [
      "a text of several lines",
      `${next} dead-end: why\na: |\n  x\n  y\nb: 1\n`,
      [["dead-end", 4]],
      [],
    ],
    [
      "and not what follows it",
      `${next} dead-end: why\na: |\n  x\nb: 1\n`,
      [
        ["dead-end", 3],
        ["dead-end", 4],
      ],
      [["dead-end", 4]],
    ],
    ["with other line breaks", `${next} dead-end: why\r\na: 1\r\n`, [["dead-end", 2]], []],
    ["behind a byte order mark", `\uFEFF${next} dead-end: why\na: 1\n`, [["dead-end", 2]], []],
    ["in broken YAML", `a: [1\n${next} dead-end: why\nb: : c\n`, [["dead-end", 3]], []],
  ])("%s", (_, text, found, kept) => {
    const { said, ...rest } = settle(
      text,
      found.map(([rule, line]) => at(rule, line)),
    );
    expect(rest.kept).toEqual(kept.map(([rule, line]) => `${rule} ${line}`));
    expect(rest.suppressed).toBe(found.length - kept.length);
    expect(said).toEqual([]);
  });

  test.each<[about: string, text: string, line: number]>([
    ["in a block", `a: |\n  ${next} dead-end: why\n  x\n`, 3],
    ["in quotes", `a: "\n  ${next} dead-end: why\n  x"\n`, 3],
    ["in a plain text", `a: x${next} dead-end: why\nb: 1\n`, 2],
  ])("nothing where it is no comment: %s", (_, text, line) => {
    expect(settle(text, [at("dead-end", line)])).toEqual({
      kept: [`dead-end ${line}`],
      said: [],
      suppressed: 0,
    });
  });
});

describe("what is wrong with a comment", () => {
  test.each<[comment: string, said: string[]]>([
    [`${next} dead-end`, ["1:1 error this comment gives no reason, and so nothing is passed over"]],
    [
      `${next} dead-end:   `,
      ["1:1 error this comment gives no reason, and so nothing is passed over"],
    ],
    [
      `${next} dead-ends`,
      [
        '1:1 error there is no rule "dead-ends"',
        "1:1 error this comment gives no reason, and so nothing is passed over",
      ],
    ],
    [`${next} E63: why`, ["1:1 error E63 is one of 2 numbers of the rule max-cycles"]],
    [`${next}: why`, ["1:1 error this comment says of no rule that it is passed over"]],
    [next, ["1:1 error this comment says of no rule that it is passed over"]],
    [
      `${next} disable-comments: why`,
      ["1:1 error what is wrong with such comments cannot be passed over by one"],
    ],
    [`# flowproof-disable dead-end: why`, ['1:1 error a comment "flowproof-disable" does nothing']],
    [
      `# flowproof-disable-nextline dead-end: why`,
      ['1:1 error a comment "flowproof-disable-nextline" does nothing'],
    ],
    [`# flowproof-scope: out, why`, []],
    [`# flowproof is great`, []],
    [
      `${next} idle-tool: why`,
      ["1:1 warning there is nothing of idle-tool to pass over on the next line"],
    ],
  ])("%s", (comment, said) => {
    const settled = settle(`${comment}\na: 1\n`, [at("dead-end", 2)]);
    expect(settled).toEqual({ kept: ["dead-end 2"], said, suppressed: 0 });
  });

  test("the rules that exist are passed over beside one that does not", () => {
    const { kept, said } = settle(`${next} dead-end, dead-ends: why\na: 1\n`, [at("dead-end", 2)]);
    expect(kept).toEqual([]);
    expect(said).toEqual(['1:1 error there is no rule "dead-ends"']);
  });

  test("at the end of a file it has nothing to pass over", () => {
    const { said } = settle(`a: 1\n${next} dead-end: why\n`, [at("dead-end", 1)]);
    expect(said).toEqual([
      "2:1 warning there is nothing of dead-end to pass over on the next line",
    ]);
  });

  test("the same said twice is needed once", () => {
    const text = `${next} dead-end: why\n${next} dead-end: why\na: 1\n`;
    expect(settle(text, [at("dead-end", 3)])).toMatchObject({ kept: [], suppressed: 1 });
    expect(settle(text, [at("dead-end", 3)]).said).toHaveLength(1);
  });

  test("a secret in it is not repeated", () => {
    const token = `glpat-${made(20)}`;
    const { diagnostics } = settleFindings([], { text: `${next} ${token}: why\n`, asked }, {});
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain(token);
  });
});

describe("with settings", () => {
  const unused = `${next} idle-tool: why\na: 1\n`;
  const set = (rule: string, setting: RuleSetting): SettleOptions => ({
    severities: new Map([[rule, setting]]),
  });

  test.each<[about: string, options: Parameters<typeof settle>[2], said: number]>([
    ["nothing else", {}, 1],
    ["the rule off", set("idle-tool", "off"), 0],
    ["the rule lower", set("idle-tool", "info"), 1],
    ["the comments' own rule off", set("disable-comments", "off"), 0],
    ["other origins only", { only: ["style"] }, 0],
    ["a rule that was not asked", { asked: new Set() }, 0],
  ])("a comment that is not needed, with %s", (_, options, said) => {
    expect(settle(unused, [], options).said).toHaveLength(said);
  });

  test("what is wrong with comments is as bad as their rule is set", () => {
    const { said } = settle(unused, [], set("disable-comments", "info"));
    expect(said).toEqual(["1:1 info there is nothing of idle-tool to pass over on the next line"]);
  });

  test("findings of other origins only are passed over all the same", () => {
    const text = `${next} dead-end: why\na: 1\n`;
    const { kept, suppressed } = settle(text, [at("dead-end", 2)], { only: ["style"] });
    expect({ kept, suppressed }).toEqual({ kept: [], suppressed: 1 });
  });
});

describe("in a flow", () => {
  const flow = (comment: string): string =>
    completeExample({
      yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    ${comment}
    toolset: [reed_file]
    inputs: [{ from: "context:goal", as: goal }]
`,
    });
  const options = { knowledge: bundledKnowledge };

  test("what is passed over is counted and not reported", async () => {
    const text = flow(`${next} unknown-tool: an MCP server has it`);
    const { files, counts } = await lintFiles([{ path: "a.yml", text }], options);
    expect(files[0]?.diagnostics).toEqual([]);
    expect(counts).toEqual({ files: 1, error: 0, warning: 0, info: 0, suppressed: 1 });
  });

  test("where the file is broken, nobody says that a comment is not needed", async () => {
    const text = `${flow(`${next} dead-end: why`)}x: [\n`;
    const { files } = await lintFiles([{ path: "a.yml", text }], options);
    expect(files[0]?.diagnostics.map(({ rule }) => rule)).toEqual(["yaml-syntax"]);
  });

  test("a rule that needs a base is not missed without one", async () => {
    const text = flow(`${next} unknown-tool, released-config: why`);
    const { counts } = await lintFiles([{ path: "flows/a/1.0.0.yml", text }], options);
    expect(counts).toMatchObject({ error: 0, warning: 0, suppressed: 1 });
  });

  test("an error of the service is passed over as well", async () => {
    const text = completeExample({
      yaml: `${next} entry-point: added by a script\nflow: { entry_point: nowhere }\n`,
    });
    const { counts } = await lintFiles([{ path: "a.yml", text }], {
      ...options,
      only: ["service"],
    });
    expect(counts).toMatchObject({ error: 0, suppressed: 1 });
  });
});

test("in Ruby, comments on lines of their own are heard", () => {
  const text = `class A\n  ${next} dead-end: why\n  x = 1\n  y = "${next} dead-end: why"\n  z = 1\n`;
  const found = [at("dead-end", 3), at("dead-end", 5)];
  const { diagnostics } = settleFindings(found, { text, layout: rubyLayout(text), asked }, {});
  expect(diagnostics.map(({ line }) => line)).toEqual([5]);
});

test.each([
  ["comments that are needed", `${next} dead-end: why\na: 1\n`],
  ["comments on comments", `${next} dead-end: why\n`],
  ["wrong comments", `${next} ${"x".repeat(50)}\n`],
  ["empty lines", `${next} dead-end: why\n${"\n".repeat(20)}`],
])("many %s take time in proportion", (_, part) => {
  const text = part.repeat(4_000);
  const found = Array.from({ length: 8_000 }, (__, index) => at("dead-end", index + 1));
  const start = performance.now();
  settle(text, found);
  expect(performance.now() - start).toBeLessThan(5_000);
});
