import { printable } from "../core/text/printable.ts";

/** What went wrong with a test case: `failure` is about quality, `error` about everything else. */
export interface JunitProblem {
  readonly kind: "failure" | "error" | "skipped";
  readonly message: string;
  readonly text: string;
}

export interface JunitCase {
  readonly classname: string;
  readonly name: string;
  readonly file?: string;
  readonly seconds: number;
  readonly problem?: JunitProblem;
  readonly output?: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/**
 * A JUnit report as GitLab reads it. It drops a test case whose class name and name it has seen, so that
 * such a case gets a number.
 */
export function junitXml(name: string, given: readonly JunitSuite[]): string {
  const suites = withUniqueNames(given);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="${escapeXml(name)}"${totals(all)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function withUniqueNames(suites: readonly JunitSuite[]): readonly JunitSuite[] {
  const seen = new Set<string>();
  const unique = (each: JunitCase): JunitCase => {
    const named = (count: number): JunitCase =>
      count === 1 ? each : { ...each, name: `${each.name} (${count})` };
    // As they are read: two texts that XML cannot hold, or differ in a line's end, may become one.
    const keyOf = (of: JunitCase): string =>
      JSON.stringify([of.classname, of.name].map((text) => attributeValue(escapeXml(text))));
    let count = 1;
    while (seen.has(keyOf(named(count)))) count += 1;
    seen.add(keyOf(named(count)));
    return named(count);
  };
  return suites.map(({ name, cases }) => ({ name, cases: cases.map(unique) }));
}

/** What a parser makes of an attribute. */
function attributeValue(text: string): string {
  return text.replaceAll(/[\t\n\r]/gu, " ");
}

function suiteLines({ name, cases }: JunitSuite): string[] {
  return [
    `  <testsuite name="${escapeXml(name)}"${totals(cases)}>`,
    ...cases.flatMap(caseLines),
    "  </testsuite>",
  ];
}

function caseLines({ classname, name, file, seconds, problem, output }: JunitCase): string[] {
  const place = file === undefined ? "" : ` file="${escapeXml(file)}"`;
  const open = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}"${place} time="${seconds.toFixed(3)}"`;
  const inner: string[] = [];
  if (problem !== undefined) {
    const { kind, message, text } = problem;
    inner.push(`      <${kind} message="${escapeXml(message)}">${escapeXml(text)}</${kind}>`);
  }
  if (output !== undefined) inner.push(`      <system-out>${escapeXml(output)}</system-out>`);
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, "    </testcase>"];
}

function totals(cases: readonly JunitCase[]): string {
  const count = (kind: JunitProblem["kind"]) =>
    cases.filter(({ problem }) => problem?.kind === kind).length;
  const seconds = cases.reduce((sum, each) => sum + each.seconds, 0).toFixed(3);
  return ` tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}" time="${seconds}"`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * Text for an attribute or an element, without what changes how other characters are shown. What XML 1.0
 * cannot hold at all becomes U+FFFD.
 */
function escapeXml(text: string): string {
  return printable(text)
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
