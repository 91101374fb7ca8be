import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import { type Find, fixText } from "../fix/fix-text.ts";
import { lintExample } from "../lint-example.ts";
import { completeExample } from "../rule/complete-example.ts";
import { servicePhaseOf } from "../rule/service-phase.ts";
import { ruleOfCode, rules } from "./index.ts";
import * as policyRules from "./policy/index.ts";
import * as serviceRules from "./service/index.ts";
import * as styleRules from "./style/index.ts";

const folders = { policy: policyRules, service: serviceRules, style: styleRules };

/** Every number of the catalog of the service's errors; those between them do not exist. */
const serviceCodes: readonly string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "service-codes.json"), "utf8"),
);

/** As examples write it. */
function reports({ code, rule, line }: Diagnostic): readonly [string, number] {
  return [code ?? rule, line];
}

function camelCase(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

describe.each(Object.entries(folders))("the folder %s", (origin, barrel) => {
  const files = readdirSync(join(import.meta.dirname, origin)).filter((file) => {
    return file !== "index.ts" && !file.endsWith(".test.ts");
  });

  test("holds one rule a file, by the file's name, under the folder's origin", () => {
    const found = Object.entries(barrel).map(([name, rule]) => `${name} ${rule.id} ${rule.origin}`);
    const wanted = files.map((file) => {
      const id = file.slice(0, -".ts".length);
      return `${camelCase(id)} ${id} ${origin}`;
    });
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test("exports its rules sorted", () => {
    const lines = readFileSync(join(import.meta.dirname, origin, "index.ts"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("export"));
    const paths = lines.map((line) => /"(.+)"/.exec(line)?.[1]);
    expect(paths).toEqual(files.toSorted().map((file) => `./${file}`));
  });
});

test("every rule is registered", () => {
  const exported = Object.values(folders).flatMap((barrel) => Object.values(barrel));
  expect(rules.all().map(({ id }) => id)).toEqual(exported.map(({ id }) => id).toSorted());
});

test("every number of the service's catalog belongs to one of its rules", () => {
  const codes = rules.all().flatMap((rule) => (rule.origin === "service" ? rule.codes : []));
  expect(codes.toSorted()).toEqual(serviceCodes.toSorted());
});

/** Every number of our catalog of bad style and of GitLab's advice: its rule, or why there is none. */
const styleCodes: {
  readonly rules: Readonly<Record<string, string>>;
  /** Told under the numbers of others. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  readonly none: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync(join(import.meta.dirname, "style-codes.json"), "utf8"));

test("every number of bad style is known once", () => {
  const numbers = (letter: string, last: number): readonly string[] => {
    const digits = String(last).length;
    return Array.from(
      { length: last },
      (_, index) => `${letter}${String(index + 1).padStart(digits, "0")}`,
    );
  };
  const { rules: ofRules, elsewhere, none } = styleCodes;
  const known = [ofRules, elsewhere, none].flatMap((each) => Object.keys(each));
  expect(known.toSorted()).toEqual([...numbers("A", 9), ...numbers("L", 27), ...numbers("W", 10)]);
});

test("the numbers of bad style belong to the rules that are said to have them", () => {
  const found = rules.all().flatMap(({ origin, codes, id }) => {
    return origin === "style" ? codes.map((code) => `${code} ${id}`) : [];
  });
  const wanted = Object.entries(styleCodes.rules).map(([code, id]) => `${code} ${id}`);
  expect(found.toSorted()).toEqual(wanted.toSorted());
  const others = Object.values(styleCodes.elsewhere).flat();
  expect(others.filter((code) => ruleOfCode(code) === undefined)).toEqual([]);
});

test("no number belongs to two rules", () => {
  const codes = rules.all().flatMap((rule) => rule.codes);
  expect(codes).toEqual([...new Set(codes)]);
});

test("the service notices each of its errors in some phase", () => {
  expect(serviceCodes.filter((code) => servicePhaseOf(code) === undefined)).toEqual([]);
});

describe.each(rules.all())("$id", (rule) => {
  const { docs, examples, codes } = rule;

  test("its documentation is complete", () => {
    expect(docs.summary).toMatch(/^(?:requires|forbids|limits|reports) .*[^.]$/u);
    expect(docs.rationale).toMatch(/^[A-Z`].*\.$/u);
    expect(docs.repair).toMatch(/^[a-z`"].*[^.]$/u);
    expect(Object.keys(docs.conditions ?? {})).toEqual(codes.length > 1 ? codes : []);
    expect(
      Object.values(docs.conditions ?? {}).filter((text) => !/^[a-z`].*[^.]$/.test(text)),
    ).toEqual([]);
  });

  test("its numbers are sorted", () => {
    const numbers = codes.map((code) => Number(code.slice(1)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test.each(examples.bad)("reports this, and no rule anything else: $yaml", (example) => {
    const found = lintExample(example).filter(
      (report) => report.rule === rule.id || isError(report),
    );
    expect(found.map(reports)).toEqual(example.reports);
    expect(found.filter((report) => report.rule !== rule.id)).toEqual([]);
  });

  test.each(examples.good)("leaves it alone, and so does the service: $yaml", (example) => {
    const found = lintExample(example).filter(
      (report) => report.rule === rule.id || isError(report),
    );
    expect(found.map(reports)).toEqual([]);
  });

  test.each(examples.bad)("repairs what it says it can, once and for all: $yaml", (example) => {
    const find: Find = (text) => {
      const found = lintExample({ ...example, yaml: text, whole: true });
      return found.filter((each) => each.rule === rule.id);
    };
    const serviceErrors: Find = (text) => {
      return lintExample({ ...example, yaml: text, whole: true }).filter(isError);
    };
    const whole = completeExample(example);
    const { text, remaining } = fixText(whole, { find, serviceErrors });
    const { fixed = example.yaml } = example;
    expect(text).toBe(completeExample({ ...example, yaml: fixed }));
    expect(remaining.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(fixText(text, { find, serviceErrors }).text).toBe(text);
    expect(serviceErrors(text).length).toBeLessThanOrEqual(serviceErrors(whole).length);
  });

  test("has an example for every number, and a good one", () => {
    const shown = examples.bad.flatMap((example) => example.reports.map(([code]) => code));
    expect([...new Set(shown)].toSorted()).toEqual(
      codes.length === 0 ? [rule.id] : codes.toSorted(),
    );
    expect(examples.good).not.toEqual([]);
  });
});

/** Examples may be of bad style, but for what they show the service would accept them. */
function isError({ origin, severity }: Diagnostic): boolean {
  return origin === "service" && severity === "error";
}
