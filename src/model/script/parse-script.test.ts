import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import { parseScript } from "./parse-script.ts";

async function problemsOf(text: string): Promise<readonly string[]> {
  try {
    await parseScript(text, "a.script.yml");
    return [];
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    return errors.map((one) => {
      if (!(one instanceof AppError)) throw one;
      const place = one.place === undefined ? "" : formatPlace(one.place);
      return `${place} ${one.code}: ${one.message}${one.hint === undefined ? "" : ` (${one.hint})`}`;
    });
  }
}

const design = `script: issue-counts
replies:
  - when: { user: { $contains: How many open issues } }
    turns:
      - calls: [{ tool: get_glql_schema, args: {} }]
      - text: Let me count.
        calls: [{ tool: run_glql_query, args: { query: "state = opened" } }]
      - text: There are 42 open issues.
    variants:
      - [{ text: I do not know. }]
  - when: { judge: { $contains: "42" } }
    verdicts: { "*": met, 2: { verdict: not_met, evidence: "42" } }
`;

test("the example of the design", async () => {
  const script = await parseScript(design, "a.script.yml");
  expect(script).toMatchObject({ name: "issue-counts", file: "a.script.yml" });
  expect(script.entries.map(({ number, answers }) => [number, answers.type])).toEqual([
    [1, "turns"],
    [2, "verdicts"],
  ]);
  expect(script.entries[1]?.place).toEqual({ file: "a.script.yml", line: 11, column: 5 });
  const [first, second] = script.entries;
  expect(first?.answers).toMatchObject({ choices: [{ length: 3 }, { length: 1 }] });
  expect(
    second?.answers.type === "verdicts" && [...second.answers.verdicts.keys()].toSorted(),
  ).toEqual(["*", "2"]);
});

test.each([
  ["YAML that is none", "script: [", /^a\.script\.yml:1:\d+ YAML_INVALID: /],
  ["an empty file", "", /SCRIPT_INVALID/],
  ["no replies", "script: a\n", /^a\.script\.yml:1:1 SCRIPT_INVALID: .*replies/],
  [
    "an unknown key",
    "script: a\nreplies:\n  - turn: [{ text: a }]\n",
    /^a\.script\.yml:3:5 SCRIPT_INVALID: .*turn.*did you mean "turns"\?/,
  ],
  [
    "an unknown condition",
    "script: a\nreplies:\n  - when: { users: a }\n    turns: [{ text: a }]\n",
    /^a\.script\.yml:3:13 SCRIPT_INVALID: .*users.*did you mean "user"\?/,
  ],
  [
    "a verdict that is none",
    "script: a\nreplies:\n  - when: { judge: a }\n    verdicts: { 1: passed }\n",
    /^a\.script\.yml:4:\d+ SCRIPT_INVALID: .*passed/,
  ],
  [
    "a status that is no fault",
    "script: a\nreplies:\n  - turns: [{ fault: { status: 200 } }]\n",
    /^a\.script\.yml:3:\d+ SCRIPT_INVALID: .*200/,
  ],
  [
    "a matcher that cannot be read",
    "script: a\nreplies:\n  - when: { user: { $contain: a } }\n    turns: [{ text: a }]\n",
    /^a\.script\.yml:3:\d+ SCRIPT_INVALID: there is no operator "\$contain"/,
  ],
])("%s", async (_, text, expected) => {
  const problems = await problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

test("several problems come together", async () => {
  const text = "script: 1\nreplies:\n  - turns: []\n  - turns: [{ txt: a }]\n";
  expect(await problemsOf(text)).toHaveLength(3);
});
