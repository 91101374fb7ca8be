import { stringify } from "yaml";
import type { JsonValue } from "../../src/core/json.ts";
import { createRedactor } from "../../src/core/secrets/redactor.ts";
import { type Check, checks } from "../../src/eval/index.ts";
import type { GeneratedFile } from "./generated-files.ts";

/** The page that documents every check, from the check itself; its examples are the check's tests. */
export function checksPage(): GeneratedFile {
  const text = [
    "# Checks",
    "",
    "Generated from the checks by `npm run generate`; the examples are their tests. Each line of an example is one entry of",
    "`expect`. Matchers are explained in [suites.md](suites.md).",
    ...checks.all().flatMap(section),
    "",
  ].join("\n");
  return { path: "docs/checks.md", text };
}

function section({ id, docs, examples }: Check): string[] {
  const { summary, rationale } = docs;
  return [
    "",
    `## ${id}`,
    "",
    `This check ${summary}.`,
    "",
    rationale,
    ...examples.flatMap(({ trial, passes, fails }) => [
      "",
      "```yaml",
      ...comment(Object.keys(trial).length === 0 ? "a trial without calls" : shown(trial)),
      ...entries("passes", id, passes),
      ...entries("fails", id, fails),
      "```",
    ]),
  ];
}

/** Examples hold made-up tokens, and a page with one looks like a leak. */
function shown(trial: Check["examples"][number]["trial"]): string {
  return createRedactor({ known: [] }).redact(JSON.stringify(trial));
}

/** The trial as a comment, cut where an editor would wrap it. */
function comment(text: string): string[] {
  const words = text.split(" ");
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 110)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${lines.length === 0 ? "trial: " : "  "}${word}`);
  }
  return lines;
}

/** Some examples show one of the two only. */
function entries(title: string, id: string, values: readonly JsonValue[]): string[] {
  return values.length === 0 ? [] : [`# ${title}`, ...values.map((value) => entry(id, value))];
}

function entry(id: string, value: JsonValue): string {
  return `- ${oneLine({ [id]: value }).replace(/^\{ (.*) \}$/s, "$1")}`;
}

function oneLine(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
