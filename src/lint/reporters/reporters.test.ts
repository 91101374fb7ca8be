import { readdirSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import { lintReporters } from "../known-reporters.ts";
import type { LintReport } from "../lint-report.ts";
import type { LintReportOptions } from "../lint-reporter.ts";
import { json } from "./json.ts";
import { pretty } from "./pretty.ts";

const plain: LintReportOptions = { color: false, verbose: false, columns: 80 };

const error: Diagnostic = {
  rule: "max-cycles",
  code: "E63",
  severity: "error",
  origin: "service",
  message: '"max_cycles" has to be at least 1, not 0',
  hint: "use a whole number of at least 1, or leave it out for 280",
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 13,
  pointer: "/components/0/max_cycles",
};
const { code: _, ...uncoded } = error;
const warning: Diagnostic = {
  ...uncoded,
  rule: "a-rule-of-ours",
  severity: "warning",
  origin: "style",
  line: 3,
  endLine: 4,
};
const info: Diagnostic = {
  ...warning,
  rule: "quiet",
  code: "E07",
  severity: "info",
  origin: "service",
};

function reportOf(...files: LintReport["files"]): LintReport {
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const amount = (severity: string) => found.filter((each) => each.severity === severity).length;
  const counts = {
    files: files.length,
    error: amount("error"),
    warning: amount("warning"),
    info: amount("info"),
    suppressed: 0,
  };
  return { files, counts };
}

const text = "- name: a\n  max_cycles: 0\n  tail: |\n    x\n";
const clean = { path: "flows/b/1.0.0.yml", text: "", diagnostics: [] };
const report = reportOf(
  { path: "flows/a/1.0.0.yml", text, diagnostics: [error, warning, info] },
  clean,
);

test("every file of the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith(".test.ts") && file !== "index.ts")
    .map((file) => file.slice(0, -".ts".length));
  expect(lintReporters.ids).toEqual(files.toSorted());
});

test("pretty says what, where, how to repair it, and where to read on", () => {
  expect(pretty.format(report, plain)).toMatchInlineSnapshot(`
    "flows/a/1.0.0.yml

      error 2:3 "max_cycles" has to be at least 1, not 0
          |
        2 |   max_cycles: 0
          |   ^~~~~~~~~~
        hint: use a whole number of at least 1, or leave it out for 280
        rule: max-cycles (E63)

      warning 3:3 "max_cycles" has to be at least 1, not 0
          |
        3 |   tail: |
          |   ^~~~~~~
        hint: use a whole number of at least 1, or leave it out for 280
        rule: a-rule-of-ours

      info 3:3 "max_cycles" has to be at least 1, not 0
        rule: quiet (E07)

    more about a rule: flowproof explain max-cycles
    1 error, 1 warning, 1 info in 1 of 2 files
    "
  `);
});

test("pretty has little to say of nothing, and names clean files on request", () => {
  expect(pretty.format(reportOf(clean), plain)).toBe("nothing found in 1 file\n");
  expect(
    pretty.format(reportOf(clean, { ...clean, path: "c.yml" }), { ...plain, verbose: true }),
  ).toBe("flows/b/1.0.0.yml ok\n\nc.yml ok\n\nnothing found in 2 files\n");
});

test("pretty shows no line of a file that is gone", () => {
  const gone = { ...error, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const said = pretty.format(reportOf({ path: "a.yml", text: "", diagnostics: [gone] }), plain);
  expect(said).toMatch(/^a\.yml\n\n {2}error 1:1 .*\n {4}hint: /);
});

test("pretty points to the page of what is worst", () => {
  const file = (path: string, found: Diagnostic) => ({ path, text, diagnostics: [found] });
  const mixed = reportOf(file("a.yml", info), file("b.yml", warning), file("c.yml", info));
  expect(pretty.format(mixed, plain)).toMatch(
    /explain a-rule-of-ours\n1 warning, 2 info in 3 files\n$/,
  );
});

test("pretty keeps to 80 columns", () => {
  const words = "a rather long message with many words that goes on and on ".repeat(4).trim();
  const long = `${"x".repeat(60)} ${"y".repeat(60)} ${"z".repeat(60)}`;
  const found = {
    ...error,
    message: words,
    hint: words,
    line: 1,
    column: 62,
    endColumn: 70,
    endLine: 1,
  };
  const lines = pretty
    .format(reportOf({ path: "a.yml", text: long, diagnostics: [found] }), plain)
    .split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "a.yml

      error 1:62 a rather long message with many words that goes on and on a rather
        long message with many words that goes on and on a rather long message with
        many words that goes on and on a rather long message with many words that
        goes on and on
          |
        1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
          |                                          ^~~~~~~~
        hint: a rather long message with many words that goes on and on a rather
          long message with many words that goes on and on a rather long message
          with many words that goes on and on a rather long message with many words
          that goes on and on
        rule: max-cycles (E63)

    more about a rule: flowproof explain max-cycles
    1 error in 1 file
    "
  `);
});

test("pretty obeys no control character of a file", () => {
  const evil = "\u{1b}[2J\u{9b}31m\u{7}\u{202e}";
  const found = {
    ...error,
    message: `bad ${evil}`,
    hint: evil,
    line: 1,
    endLine: 1,
    column: 1,
    endColumn: 4,
  };
  const file = { path: `${evil}\n.yml`, text: `a: ${evil}`, diagnostics: [found] };
  expect(pretty.format(reportOf(file), plain)).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
});

test("pretty colors and links where it is asked to, and says the same", () => {
  const pageOf = (rule: string) => (rule === "quiet" ? undefined : `file:///docs/rules.md#${rule}`);
  const colored = pretty.format(report, { ...plain, color: true, pageOf });
  expect(colored).toContain(
    "\u{1b}]8;;file:///docs/rules.md#max-cycles\u{1b}\\max-cycles (E63)\u{1b}]8;;\u{1b}\\",
  );
  // oxlint-disable-next-line no-control-regex -- the ends of links
  const unlinked = colored.replaceAll(/\u{1b}\]8;;[^\u{1b}]*\u{1b}\\/gu, "");
  expect(stripVTControlCharacters(unlinked)).toBe(pretty.format(report, plain));
  expect(pretty.format(report, plain)).not.toContain("\u{1b}");
});

test("json has the keys of the contract, in their order", () => {
  // In another order, and with more, than what is written.
  const { rule, severity, ...rest } = error;
  const shuffled = { more: 1, ...rest, severity, rule };
  const written = json.format(
    reportOf({ path: "a.yml", text, diagnostics: [shuffled, warning] }),
    plain,
  );
  expect(written).toMatchInlineSnapshot(`
    "{
      "schemaVersion": 1,
      "files": [
        {
          "path": "a.yml",
          "diagnostics": [
            {
              "rule": "max-cycles",
              "code": "E63",
              "severity": "error",
              "origin": "service",
              "message": "\\"max_cycles\\" has to be at least 1, not 0",
              "hint": "use a whole number of at least 1, or leave it out for 280",
              "line": 2,
              "column": 3,
              "endLine": 2,
              "endColumn": 13,
              "pointer": "/components/0/max_cycles"
            },
            {
              "rule": "a-rule-of-ours",
              "severity": "warning",
              "origin": "style",
              "message": "\\"max_cycles\\" has to be at least 1, not 0",
              "hint": "use a whole number of at least 1, or leave it out for 280",
              "line": 3,
              "column": 3,
              "endLine": 4,
              "endColumn": 13,
              "pointer": "/components/0/max_cycles"
            }
          ]
        }
      ],
      "counts": {
        "files": 1,
        "error": 1,
        "warning": 1,
        "info": 0,
        "suppressed": 0
      }
    }
    "
  `);
});

test("json shows what JSON would leave invisible, and means the same", () => {
  const evil = "a\u{9b}31m\u{202e}\u{2028}\u{feff}";
  const file = { path: "a.yml", text: "", diagnostics: [{ ...error, message: evil }] };
  const written = json.format(reportOf(file), plain);
  expect(written).toContain(String.raw`a\u009b31m\u202e\u2028\ufeff`);
  expect(JSON.parse(written).files[0].diagnostics[0].message).toBe(evil);
});
