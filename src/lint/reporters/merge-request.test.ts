// The formats that merge requests read: by their readers' own rules, with whatever a file may say.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCodeQuality } from "../../../fixtures/gitlab/read-code-quality.ts";
import { readJunit } from "../../../fixtures/gitlab/read-junit.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { lintReporters } from "../known-reporters.ts";
import type { LintedFile, LintReport } from "../lint-report.ts";
import type { LintReportOptions } from "../lint-reporter.ts";
import { codequality } from "./codequality.ts";
import { github } from "./github.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";

const plain: LintReportOptions = { color: false, verbose: false, columns: 80 };

function found(over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "max-cycles",
    severity: "error",
    origin: "service",
    message: '"max_cycles" must be at least 1, not 0',
    hint: "leave it out for 280",
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 13,
    pointer: "/components/0/max_cycles",
    ...over,
  };
}

const secret = found({ rule: "literal-secrets", origin: "policy", message: "this is a secret" });

function reportOf(...files: readonly Omit<LintedFile, "text">[]): LintReport {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const amount = (severity: string): number =>
    all.filter((each) => each.severity === severity).length;
  const counts = {
    files: files.length,
    error: amount("error"),
    warning: amount("warning"),
    info: amount("info"),
    suppressed: 0,
  };
  return { files: files.map((file) => ({ text: "", ...file })), counts };
}

function oneFile(...diagnostics: readonly Diagnostic[]): LintReport {
  return reportOf({ path: "flows/a/1.0.0.yml", diagnostics });
}

function fingerprintsOf(report: LintReport): readonly string[] {
  return [...readCodeQuality(codequality.format(report, plain)).entries.keys()];
}

describe("codequality", () => {
  test("tells how bad it is by who minds", () => {
    const report = oneFile(
      found(),
      found({ origin: "policy" }),
      found({ origin: "policy", severity: "warning" }),
      found({ origin: "style", severity: "warning" }),
      found({ severity: "info" }),
    );
    expect(readCodeQuality(codequality.format(report, plain)).summary).toEqual({
      blocker: 1,
      critical: 1,
      major: 1,
      minor: 1,
      info: 1,
    });
  });

  test("of nothing is an empty array", () => {
    expect(codequality.format(oneFile(), plain)).toBe("[]\n");
  });

  test.each<[string, Partial<Diagnostic>]>([
    ["it moves to another line", { line: 90, endLine: 90, column: 7 }],
    ["a component is added above it", { pointer: "/components/3/max_cycles" }],
    ["it becomes a warning", { severity: "warning" }],
    ["its hint is worded anew", { hint: "another" }],
  ])("a finding is the same one when %s", (_, change) => {
    expect(fingerprintsOf(oneFile(found(change)))).toEqual(fingerprintsOf(oneFile(found())));
  });

  test("a line that a message names does not make it another", () => {
    const at = (line: number): Diagnostic =>
      found({ message: `it stands on line ${line} already` });
    expect(fingerprintsOf(oneFile(at(3)))).toEqual(fingerprintsOf(oneFile(at(30))));
  });

  test.each<[string, Partial<Diagnostic>]>([
    ["another rule", { rule: "max-delegations" }],
    ["another code", { code: "E64" }],
    ["another message", { message: "x" }],
    ["another part of the file", { pointer: "/components/0/other" }],
  ])("%s makes another finding", (_, change) => {
    expect(fingerprintsOf(oneFile(found(change)))).not.toEqual(fingerprintsOf(oneFile(found())));
  });

  test("equal findings are counted, and the first stays itself", () => {
    const both = fingerprintsOf(oneFile(found(), found()));
    expect(new Set(both).size).toBe(2);
    expect(fingerprintsOf(oneFile(found()))).toEqual(both.slice(0, 1));
  });
});

describe("paths", () => {
  const repositoryPath = (path: string): string | undefined =>
    path.startsWith("/") ? undefined : `sub/${path}`;

  test.each([
    ["flows/a.yml", "sub/flows/a.yml"],
    ["./flows/a.yml", "sub/flows/a.yml"],
    ["/elsewhere/a.yml", "elsewhere/a.yml"],
    ["C:/elsewhere/a.yml", "sub/elsewhere/a.yml"],
    ["../a.yml", "sub/a.yml"],
    ["/", "unnamed"],
  ])("%s is %s to whoever begins at the root of the repository", (path, shown) => {
    const report = reportOf({ path, diagnostics: [secret] });
    const options = { ...plain, repositoryPath };
    const quality = readCodeQuality(codequality.format(report, options));
    expect([...quality.entries.values()]).toMatchObject([{ location: { path: shown } }]);
    expect([...readJunit(junit.format(report, options)).values()]).toMatchObject([{ file: shown }]);
    expect(github.format(report, options)).toContain(`file=${shown},`);
    expect(markdown.format(report, options)).toContain(`#### \`${shown}\`\n`);
    expect(sarif.format(report, options)).toContain(`"uri": "${shown}"`);
  });
});

describe("junit", () => {
  test("has a case for every rule of a file; warnings do not fail", () => {
    const report = reportOf(
      {
        path: "a.yml",
        diagnostics: [
          found({ code: "E63" }),
          found({ code: "E64", line: 5 }),
          found({ rule: "dead-end", severity: "warning" }),
        ],
      },
      { path: "b.yml", diagnostics: [] },
    );
    const cases = [...readJunit(junit.format(report, plain)).values()];
    expect(cases.map(({ classname, name, status }) => [classname, name, status])).toEqual([
      ["a.yml", "max-cycles", "failed"],
      ["a.yml", "dead-end", "success"],
      ["b.yml", "nothing found", "success"],
    ]);
    expect(cases[0]?.output).toBe(`a.yml:2:3 error E63 "max_cycles" must be at least 1, not 0
  hint: leave it out for 280

a.yml:5:3 error E64 "max_cycles" must be at least 1, not 0
  hint: leave it out for 280`);
    expect(cases[1]?.output).toContain("a.yml:2:3 warning");
  });
});

describe("sarif", () => {
  test("holds what is about security, and nothing else", () => {
    const log = JSON.parse(sarif.format(oneFile(found(), secret), { ...plain, version: "1.2.3" }));
    expect(log.runs).toHaveLength(1);
    expect(log.runs[0].tool.driver).toMatchObject({ name: "flowproof", version: "1.2.3" });
    expect(log.runs[0].results).toMatchObject([
      { ruleId: "literal-secrets", level: "error", rank: 80 },
    ]);
    const [{ ruleIndex }] = log.runs[0].results;
    expect(log.runs[0].tool.driver.rules[ruleIndex].id).toBe("literal-secrets");
  });

  test("describes its rules within what GitLab reads", () => {
    const { rules } = JSON.parse(sarif.format(oneFile(), plain)).runs[0].tool.driver;
    expect(rules.length).toBeGreaterThan(1);
    for (const { shortDescription, fullDescription, help, properties } of rules) {
      for (const { text } of [shortDescription, fullDescription, help]) {
        expect(text.length).toBeLessThanOrEqual(1024);
      }
      expect(properties.tags).toContainEqual(expect.stringMatching(/^CWE-\d+$/));
      expect(properties.tags.length).toBeLessThanOrEqual(10);
      expect(properties["security-severity"]).toMatch(/^(?:\d|10)\.\d$/);
    }
  });

  test("what GitLab would not take is left out, and that is said in the log and to the user", () => {
    const report = oneFile(...Array.from({ length: 5007 }, () => secret));
    const { results, invocations } = JSON.parse(sarif.format(report, plain)).runs[0];
    expect(results).toHaveLength(5000);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^7 more results/);
    expect(sarif.notices?.(report, plain)).toEqual([expect.stringMatching(/^7 security findings/)]);
    expect(sarif.notices?.(oneFile(secret), plain)).toEqual([]);
  });

  test("a log stays below ten megabytes", () => {
    const many = Array.from({ length: 4990 }, () =>
      found({ ...secret, message: "é".repeat(1100) }),
    );
    const text = sarif.format(oneFile(...many), plain);
    expect(new TextEncoder().encode(text).length).toBeLessThan(10_000_000);
    expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(1000);
  });
});

describe("markdown", () => {
  test("says how it is, file by file", () => {
    expect(markdown.format(oneFile(found({ code: "E63" })), plain)).toMatchInlineSnapshot(`
      "### flowproof lint: 1 error in 1 file

      #### \`flows/a/1.0.0.yml\`

      - **error** at 2:3: \`"max_cycles" must be at least 1, not 0\`\\
        hint: \`leave it out for 280\`, rule: \`max-cycles (E63)\`
      "
    `);
    expect(markdown.format(oneFile(), plain)).toMatchInlineSnapshot(`
      "### flowproof lint: nothing found in 1 file
      "
    `);
  });

  test("has the three lines of the guide, ticked where nothing is left to do", () => {
    const diagnostics: readonly Diagnostic[] = [];
    const report = reportOf(
      { path: "a.yml", diagnostics, secretSafety: { status: "held" } },
      { path: "b.yml", diagnostics, secretSafety: { status: "missing" } },
      {
        path: "c.yml",
        diagnostics,
        secretSafety: { status: "out_of_scope", reason: "it only reads @all" },
      },
      { path: "d.yml", diagnostics, secretSafety: { status: "not_in_scope" } },
      { path: "e.yml", diagnostics, secretSafety: { status: "unseen" } },
      { path: "f.yml", diagnostics },
    );
    expect(markdown.format(report, plain)).toMatchInlineSnapshot(`
      "### flowproof lint: nothing found in 6 files

      #### Secret safety

      - [x] Scope reviewed: 3 of 5 configs in scope
      - [ ] Guidance added verbatim: missing in \`b.yml\`; not to be seen from here in \`e.yml\`
      - [x] Out of scope, with the reason: \`c.yml\` (\`it only reads @all\`)
      "
    `);
  });

  test.each<[readonly LintedFile["secretSafety"][], RegExp]>([
    [[{ status: "held" }], /^- \[x\] Guidance added verbatim: `0\.yml`$/m],
    [[{ status: "not_in_scope" }], /^- \[x\] Guidance added verbatim: no config needs it$/m],
    [[{ status: "unseen" }], /^- \[ \] Guidance added verbatim: not to be seen from here/m],
    [Array.from({ length: 12 }, () => ({ status: "missing" as const })), / and 2 more$/m],
  ])("ticks with %j", (safeties, line) => {
    const files = safeties.flatMap((secretSafety, index) =>
      secretSafety === undefined ? [] : [{ path: `${index}.yml`, diagnostics: [], secretSafety }],
    );
    expect(markdown.format(reportOf(...files), plain)).toMatch(line);
  });

  test("is cut before it is too long for a comment, and says so", () => {
    const many = Array.from({ length: 5000 }, () => found({ message: "x".repeat(2000) }));
    const text = markdown.format(oneFile(...many), plain);
    expect(text.length).toBeLessThan(210_000);
    expect(text).toMatch(
      /\n\n\d+ more findings are left out here, because a comment cannot be longer\.\n$/,
    );
  });
});

describe("github", () => {
  test("names the place as GitHub counts: the end is the last character", () => {
    expect(github.format(oneFile(found({ code: "E63" })), plain)).toBe(
      '::error file=flows/a/1.0.0.yml,line=2,endLine=2,col=3,endColumn=12,title=max-cycles (E63)::"max_cycles" must be at least 1, not 0%0Ahint: leave it out for 280\n',
    );
  });

  test.each([
    [2, 3, 4, 5, "line=2,endLine=4,col=3,title="],
    [2, 3, 3, 1, "line=2,endLine=2,col=3,endColumn=3,title="],
    [2, 3, 2, 3, "line=2,endLine=2,col=3,endColumn=3,title="],
  ])("%d:%d to %d:%d", (line, column, endLine, endColumn, said) => {
    expect(github.format(oneFile(found({ line, column, endLine, endColumn })), plain)).toContain(
      said,
    );
  });
});

/** What has a meaning to one of the readers, or to a terminal. */
const signs: readonly string[] = [
  "` `` ``` \\ * _ ~ | < > & \" ' [ ] ( ) ! # @all @user ~label %mile $1 &epic".split(" "),
  ["::error::x", "##[error]x", "::set-output name=a::b", "%0A", "%", "\r", "\n", "\r\n", "\n\n"],
  ["\n/close\n", "\n/merge", "<!--", "-->", "</failure>", "]]>", "<![CDATA[", "&lt;", "&#0;"],
  ["![x](https://e.example)", "[x](javascript:alert)", "https://e.example", "<script>", "~~~\n"],
  ["[[ATTACHMENT|/etc/passwd]]", "[[_TOC_]]", "::include{file=x}", "\u0000", "\u001B[31m"],
  ["\u009B31m", "\u202E", "\u2028", "\uFEFF", "\uD800", "\uDC00", "\uFFFE", "\u{E0041}", "é🚢"],
  ["../", "./", "/", "//", "C:", ":", ",", "=", " ", "\t"],
].flat();

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "binary", maxLength: 5 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

const anyDiagnostic = fc.record({
  rule: fc.constantFrom("max-cycles", "literal-secrets", "prompt-safety"),
  severity: fc.constantFrom<Diagnostic["severity"]>("error", "warning", "info"),
  origin: fc.constantFrom<Diagnostic["origin"]>("service", "policy", "style"),
  message: hostile,
  hint: hostile,
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.integer({ min: 1, max: 9 }),
  pointer: hostile,
  reach: fc.nat({ max: 3 }),
});

const anyReport = fc
  .array(
    fc.record({
      path: hostile,
      reason: hostile,
      diagnostics: fc.array(anyDiagnostic, { maxLength: 4 }),
    }),
    { maxLength: 4 },
  )
  .map((files) =>
    reportOf(
      ...files.map(({ path, reason, diagnostics }) => ({
        path,
        secretSafety: { status: "out_of_scope" as const, reason },
        diagnostics: diagnostics.map(({ reach, ...rest }) =>
          found({ ...rest, endLine: rest.line, endColumn: rest.column + reach }),
        ),
      })),
    ),
  );

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync("fixtures/schemas/sarif-2.1.0.schema.json", "utf8")),
);

/** What every reader of the format asks for. */
const readers: Readonly<Record<string, (text: string, report: LintReport) => void>> = {
  codequality(text, report) {
    const { entries, written } = readCodeQuality(text);
    expect(written).toBe(amountOf(report));
    expect(entries.size).toBe(written);
  },
  sarif(text) {
    const log = JSON.parse(text);
    validate(log);
    expect(validate.errors).toBeNull();
    for (const { message, locations } of log.runs[0].results) {
      expect(message.text.length).toBeLessThanOrEqual(1024);
      expect(message.text).not.toContain("](");
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(decodeURIComponent(uri)).not.toMatch(/^\/|(?:^|\/)\.{1,2}(?:\/|$)/);
      expect(new URL(uri, "https://x.example/r/").origin).toBe("https://x.example");
    }
  },
  junit(text, { files }) {
    const cases = [...readJunit(text).values()];
    const failing = files.some(({ diagnostics }) =>
      diagnostics.some(({ severity }) => severity === "error"),
    );
    expect(cases.some(({ status }) => status === "failed")).toBe(failing);
    expect(cases.length).toBe(text.match(/<testcase /g)?.length ?? 0);
    expect(cases.map(({ attachment }) => attachment).filter(Boolean)).toEqual([]);
  },
  markdown(text) {
    for (const line of text.split("\n").slice(0, -1)) {
      expect(withoutSpans(line)).toMatch(ownLine);
    }
  },
  github(text, report) {
    const lines = text.split("\n").slice(0, -1);
    expect(lines.length).toBe(amountOf(report));
    for (const line of lines) expect(line).toMatch(command);
  },
};

const command =
  /^::(?:error|warning|notice) file=[^:,\r\n]+,line=\d+,endLine=\d+,col=\d+(?:,endColumn=\d+)?,title=[^:,\r\n]+::[^\r\n]*%0Ahint: [^\r\n]*$/u;

/** The lines of a comment, with S for every code span. */
const ownLine =
  /^(?:|### flowproof lint: [\w ,]+|#### (?:S|Secret safety)|- \*\*(?:error|warning|info)\*\* at \d+:\d+: S\\| {2}hint: S, rule: S|- \[x\] (?:Scope reviewed|Guidance added verbatim|Out of scope)[\w ,:]*(?:S \(S\)(?:, S \(S\))*)?)$/;

/** As CommonMark finds code spans: a run of backticks ends at the next run of the same length. */
function withoutSpans(line: string): string {
  const run = /`+/.exec(line);
  if (run === null) return line;
  const [mark] = run;
  const begin = run.index + mark.length;
  const end = [...line.slice(begin).matchAll(/`+/g)].find(([other]) => other === mark);
  expect(end, line).toBeDefined();
  const rest = line.slice(begin + (end?.index ?? 0) + mark.length);
  return `${line.slice(0, run.index)}S${withoutSpans(rest)}`;
}

function amountOf({ files }: LintReport): number {
  return files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
}

describe.each(Object.entries(readers))("%s, whatever stands in a file", (id, read) => {
  test("is read as it was meant", () => {
    const reporter = lintReporters.get(id);
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = reporter?.format(report, plain) ?? "";
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\u202E\u2028\uFEFF]/u);
        read(text, report);
      }),
      { numRuns: 200 },
    );
  });
});
