import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { createRegistry } from "../core/registry.ts";
import { loadReporter } from "./load-reporter.ts";
import type { RunInput } from "./report-input.ts";
import type { ReportOptions, RunReporter } from "./reporter.ts";
import * as barrel from "./reporters/index.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";
import { control, markdownTrouble, terminalTrouble } from "./testing/inert.ts";
import { isChosen, type TextPath, withTexts } from "./testing/walk-texts.ts";
import { xmlElements } from "./testing/well-formed-xml.ts";
import { hostileRun, wholeRun } from "./testing/whole-run.ts";

const run = await wholeRun();
const reporters = new Map<string, RunReporter>();
for (const each of createRegistry<RunReporter>(barrel).all()) {
  reporters.set(each.id, await loadReporter(each));
}

function written(id: string, input: RunInput, options: Partial<ReportOptions> = {}): string {
  const { record, transcripts, omitted } = input;
  const whole = { color: false, verbose: true, transcripts: { transcripts, omitted }, ...options };
  return reporters.get(id)?.format(record, whole) ?? "";
}

function together(id: string, inputs: readonly RunInput[]): string {
  const options = { color: false, verbose: true };
  return reporters.get(id)?.formatRuns?.({ runs: inputs }, options) ?? "";
}

const hostiles = new Map<string, RunInput>();
for (const payload of Object.values(hostileTexts)) hostiles.set(payload, await hostileRun(payload));
const payloads = Object.entries(hostileTexts).map(([name, payload]) => ({ name, payload }));
test("every text of a record and of a transcript is replaced, and none that reports choose by", async () => {
  const found = JSON.stringify(await hostileRun("fpx"));
  expect(found.match(/"fpx"/g)?.length).toBeGreaterThan(300);
  expect(found).toContain('"outcome":"suite_error"');
  expect(reporters.size).toBeGreaterThanOrEqual(7);
});

describe.each(payloads)("$name", ({ payload }) => {
  const hostile = hostiles.get(payload) ?? run;

  test("pretty: nothing that a terminal obeys", () => {
    const text = written("pretty", hostile, { verbose: false });
    expect(terminalTrouble(text)).toEqual([]);
    expect(terminalTrouble(written("pretty", hostile, { color: true }))).toEqual([]);
  });

  test("markdown: nothing but text, of sane length", () => {
    for (const text of [written("markdown", hostile), together("markdown", [hostile, hostile])]) {
      expect(text.length).toBeLessThan(250_000);
      expect(markdownTrouble(text)).toEqual([]);
    }
  });

  test("junit: a document of the same elements", () => {
    const names = (text: string): readonly string[] => xmlElements(text).map(([name]) => name);
    for (const text of [written("junit", hostile), together("junit", [hostile, hostile])]) {
      expect(text).not.toMatch(control);
      expect(names(text).filter((name) => !known.has(name))).toEqual([]);
      const cases = xmlElements(text).filter(([name]) => name === "testcase");
      const keys = cases.map(
        ([, attributes]) => /classname="[^"]*" name="[^"]*"/u.exec(attributes)?.[0],
      );
      expect(new Set(keys).size).toBe(cases.length);
    }
  });

  test("csv: rows of cells, none a formula", () => {
    for (const text of [written("csv", hostile), together("csv", [hostile, hostile])]) {
      const rows: readonly (readonly string[])[] = parse(text, { relax_column_count: false });
      expect(rows.length).toBeGreaterThan(5);
      expect(rows.flat().filter((cell) => formula.test(cell) || control.test(cell))).toEqual([]);
    }
  });

  test("openmetrics: lines of numbers", () => {
    for (const text of [written("openmetrics", hostile), together("openmetrics", [hostile])]) {
      expect(text).not.toMatch(control);
      expect(text.endsWith("\n# EOF\n")).toBe(true);
      const lines = text.split("\n").slice(0, -2);
      expect(lines.filter((line) => !metricLine.test(line))).toEqual([]);
    }
  });

  test("json: the document says what the record says", () => {
    const document: { readonly run: string } = JSON.parse(written("json", hostile));
    expect(document.run).toBe(payload);
    const several: { readonly runs: readonly unknown[] } = JSON.parse(
      together("json", [hostile, run]),
    );
    expect(several.runs).toHaveLength(2);
  });

  test("html: no element, no attribute and no address of its own", () => {
    const { document } = parseHTML(written("html", hostile));
    expect(document.querySelectorAll(active)).toHaveLength(plain.querySelectorAll(active).length);
    const attributes = [...document.querySelectorAll("*")].flatMap((each) => [...each.attributes]);
    const live = attributes.filter(({ name, value }) =>
      name === "href" || name === "src"
        ? /^\s*(?:javascript|data|https?):/iu.test(value)
        : /^on/iu.test(name),
    );
    expect(live).toEqual([]);
  });
});

const active = "script, style, img, iframe, object, embed, link, meta, base, form, input";
const plain = parseHTML(written("html", await hostileRun("plain"))).document;
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const known = new Set(["testsuites", "testsuite", "testcase", "failure", "error", "skipped"]);
const metricLine =
  /^(?:# (?:TYPE|UNIT|HELP) flowproof_\w+ .+|flowproof_\w+(?:\{\w+="(?:[^"\\\n]|\\[\\"n])*"(?:,\w+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?\d+(?:\.\d+)?(?:e-?\d+)?)$/u;

test("words that a journal has in place of those of this program break nothing", () => {
  const isShape = (path: TextPath): boolean => path.includes("type") || path.includes("state");
  const lie = withTexts(run, () => "<fpx>", isShape);
  for (const id of reporters.keys()) expect(() => written(id, lie), id).not.toThrow();
});

test("texts of a megabyte make no report of many", () => {
  const long = `@fpx ${"<b>/close `` = ".repeat(70_000)}`;
  const big = withTexts(
    run,
    () => long,
    (path) =>
      isChosen(path) || !["answer", "details", "message", "text"].includes(String(path.at(-1))),
  );
  const limits = { markdown: 210_000, junit: 500_000, csv: 500_000, openmetrics: 20_000 };
  for (const [id, limit] of Object.entries(limits)) {
    expect(written(id, big).length, id).toBeLessThan(limit);
  }
});
