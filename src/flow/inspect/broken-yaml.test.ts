import { describe, expect, test } from "vitest";
import { inspectFlow } from "./inspect-flow.ts";

const lines: readonly string[] = `version: v1
environment: ambient
name: Review
components:
  - name: planner
    type: AgentComponent
    prompt_id: plan
    toolset: [read_file]
    max_cycles: 20
    inputs:
      - from: "context:goal"
        as: goal
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs:
      - from: "context:planner.final_answer"
        as: file_path
  - name: writer
    type: AgentComponent
    prompt_id: write
    toolset: []
    max_wrap_up_retries: 2
routers:
  - from: planner
    to: step
  - from: step
    condition:
      input: "context:step.execution_result"
      routes:
        success: writer
        default_route: end
  - from: writer
    to: end
flow:
  entry_point: planner
prompts:
  - prompt_id: plan
    name: plan
    unit_primitives: [duo_chat]
    prompt_template:
      system: |
        Plan: it is "yours".

        Don't stop.
      user: "{{ goal }}"
  - prompt_id: write
    name: write
    unit_primitives: []
    prompt_template:
      system: Write.`.split("\n");

/** Ways to break a line, where it has the place for them. */
const breaks: Readonly<Record<string, (line: string) => string>> = {
  "a colon is missing": (line) => line.replace(/:( |$)/, "$1"),
  "a double quote is not closed": (line) => line.replace(/: (?=[^\s|])/, ': "'),
  "a single quote is not closed": (line) => line.replace(/: (?=[^\s|])/, ": '"),
  "a bracket is not closed": (line) => line.replace(/: (?=[^\s|])/, ": ["),
  "a brace is not closed": (line) => line.replace(/: (?=[^\s|])/, ": {"),
  "a tab indents": (line) => line.replace(/^ +/, "\t"),
  "a space is missing": (line) => line.replace(/^ /, ""),
  "a space is too many": (line) => ` ${line}`,
  "a value holds a colon": (line) => line.replace(/: (?=[^\s|])/, ": x: "),
  "a value begins with @": (line) => line.replace(/: (?=[^\s|])/, ": @"),
  "a tag is unknown": (line) => line.replace(/: (?=[^\s|])/, ": !x "),
  "an alias has no anchor": (line) => line.replace(/: (?=[^\s|]).*/, ": *x"),
  "a variable is not in quotes": (line) => line.replace(/: (?=[^\s|]).*/, ": {{ goal }}"),
  "a line begins with %": (line) => `%${line}`,
};

function problemsOf(text: readonly string[]): readonly string[] {
  const { problems } = inspectFlow(text.join("\n"), "f.yml");
  return problems.map(({ rule, range, message }) => `${rule} ${range.start.line} ${message}`);
}

function broken(kind: string, index: number): readonly string[] {
  return lines.map((line, at) => (at === index ? (breaks[kind]?.(line) ?? line) : line));
}

function isRefused(problems: readonly string[]): boolean {
  return problems.some((problem) => problem.startsWith("E01"));
}

test("the flow is right", () => {
  expect(problemsOf(lines)).toEqual([]);
});

describe.each(Object.keys(breaks))("where %s", (kind) => {
  const places = lines.flatMap((line, index) => {
    return breaks[kind]?.(line) !== line && isRefused(problemsOf(broken(kind, index)))
      ? [index]
      : [];
  });

  test("nothing else is told", () => {
    expect(places.length).toBeGreaterThan(5);
    const follow = places.flatMap((index) => {
      return problemsOf(broken(kind, index))
        .filter((problem) => !problem.startsWith("E01"))
        .map((problem) => `${index + 1}: ${problem}`);
    });
    expect(follow).toEqual([]);
  });

  test("what is wrong in another part is told all the same", () => {
    const mistakes: readonly (readonly [line: string, wrong: string, rule: string])[] = [
      ["    max_cycles: 20", "    max_cycles: 0", "E63"],
      ["    max_wrap_up_retries: 2", "    max_wrap_up_retries: 0", "E65"],
      ["    unit_primitives: [duo_chat]", "    unit_primitives: [duo_chatt]", "E23"],
    ];
    const hidden = mistakes.flatMap(([line, wrong, rule]) => {
      const at = lines.indexOf(line);
      // Each in its own part: of the list, and of the file.
      const elsewhere = places.filter((index) => partOf(index) !== partOf(at));
      return elsewhere.filter((index) => {
        const text = broken(kind, index).map((each) => (each === line ? wrong : each));
        return !problemsOf(text).some((problem) => problem.startsWith(rule));
      });
    });
    // A part that no longer begins where it did takes its neighbor with it.
    expect(hidden.length).toBeLessThanOrEqual(Math.ceil(places.length / 4));
  });
});

function partOf(index: number): number {
  return lines.findLastIndex((line, at) => at <= index && /^(?: {2}- )?\w/.test(line));
}

test("an unclosed quote is shown where it is opened", () => {
  const text = broken("a double quote is not closed", lines.indexOf("    tool_name: read_file"));
  expect(problemsOf(text)).toEqual(["E01 15 a quote is opened and never closed"]);
});

test("of several broken parts each is told, once", () => {
  const text = lines.map((line) =>
    ["    prompt_id: plan", "    to: step", "  - prompt_id: write"].includes(line)
      ? line.replace(": ", ": @")
      : line,
  );
  expect(problemsOf(text)).toEqual([
    "E01 7 a value begins with a reserved character",
    "E01 26 a value begins with a reserved character",
    "E01 47 a value begins with a reserved character",
  ]);
});

test("where nothing can be saved, the mistakes of the file are told", () => {
  const torn = Array.from({ length: 40 }, (_, index) => `k${index}: [`);
  const problems = problemsOf(torn);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every((problem) => problem.startsWith("E01"))).toBe(true);
});

test.each([
  ["---\n", "a mark between two documents"],
  ["...\n---\n", "an end and a beginning"],
])("%j in the middle is one mistake: %s", (mark) => {
  const text = lines.flatMap((line) => (line === "routers:" ? [mark.trim(), line] : [line]));
  expect(problemsOf(text.join("\n").split("\n"))).toEqual([
    expect.stringMatching(/^E01 \d+ the text holds a second document/),
  ]);
});
