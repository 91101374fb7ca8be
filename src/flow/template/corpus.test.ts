import { describe, expect } from "vitest";
import { corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { unrecorded } from "../../../fixtures/templates/exceptions.ts";
import { outcomeOf, type TemplateOutcome } from "../../../fixtures/templates/expect-template.ts";
import { isSameOutcome } from "../../../fixtures/templates/same-outcome.ts";
import { withoutAddresses } from "../../../fixtures/templates/without-addresses.ts";
import type { JsonObject } from "../../core/json.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, isPyList, type PyDict } from "../../core/python/py-value.ts";
import { renderPrompt, renderTemplate, templateVariables } from "./index.ts";
import { Tuple } from "./values/value.ts";

interface Recorded {
  readonly rendered?: string | null;
  readonly error?: { readonly type: string; readonly message?: string } | null;
}

/** A line of `snippets.jsonl` and of `fuzz.jsonl`. */
interface RecordedLine {
  readonly t: string;
  readonly vars: JsonObject;
  readonly ok: boolean;
  readonly out?: string;
  readonly err?: string;
  readonly msg?: string;
}

interface RecordedTemplate {
  readonly id: string;
  readonly template: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly undeclared_variables: readonly string[];
  readonly cases: readonly (Recorded & { readonly name: string })[];
}

interface SyntheticFile {
  readonly files: Readonly<Record<string, string>>;
  readonly cases: readonly (Recorded & {
    readonly template: string;
    readonly undeclared_variables?: readonly string[] | null;
  })[];
}

interface DebugFile {
  readonly cases: readonly (Recorded & {
    readonly template: string;
    readonly variables: JsonObject;
  })[];
}

/** Collects what differs, so that one test shows all of it. */
class Differences {
  readonly found: unknown[] = [];
  count = 0;

  compare(name: string, actual: TemplateOutcome, wanted: TemplateOutcome): void {
    this.count += 1;
    if (!isSameOutcome(actual, wanted)) this.found.push({ name, actual, expected: wanted });
  }
}

function expected({ rendered, error }: Recorded): TemplateOutcome {
  const text = withoutAddresses(rendered ?? "").replaceAll("0x<addr>", "0x0");
  return error ? { error: error.type, message: error.message } : { output: text };
}

function names(found: readonly string[]): TemplateOutcome {
  return { output: found.join(",") };
}

/** The `variables` of a parsed record, with its floats. */
function variablesOf(record: unknown): PyDict {
  const found = isPyDict(record) ? record.get("variables") : undefined;
  return isPyDict(found) ? found : new Map();
}

function linesOf(file: string): readonly string[] {
  return readCorpus(file).trim().split("\n");
}

/** The variables of `synthetic.json`, with those that JSON cannot hold. */
function syntheticVariables(text: string): PyDict {
  const variables = new Map<string, unknown>(variablesOf(parsePyJson(text)))
    .set("inf", new PyFloat(Infinity))
    .set("nan", new PyFloat(Number.NaN))
    .set("nan_list", [new PyFloat(Number.NaN)])
    .set("tup", new Tuple([1, "a"]))
    .set("one", new Tuple([1]));
  // A tuple is no value of JSON or YAML, so the type of variables does not have it.
  if (!isPyDict(variables)) throw new TypeError("a Map is a dict");
  return variables;
}

describe("the recorded templates", () => {
  for (const file of ["snippets", "fuzz"]) {
    corpusTest(`${file} give what Jinja2 gave`, () => {
      const differences = new Differences();
      for (const line of linesOf(`jinja/${file}.jsonl`)) {
        const { t, vars, ok, out, err = "", msg = "" }: RecordedLine = JSON.parse(line);
        const wanted = ok ? { rendered: out ?? "" } : { error: { type: err, message: msg } };
        differences.compare(
          t,
          outcomeOf(() => renderTemplate(t, vars)),
          expected(wanted),
        );
      }
      expect(differences.found).toEqual([]);
      expect(differences.count).toBeGreaterThan(900);
    });
  }

  corpusTest("real templates give what the service gave", () => {
    const differences = new Differences();
    for (const line of linesOf("jinja/templates.jsonl")) {
      const record: RecordedTemplate = JSON.parse(line);
      const { id, template, undeclared_variables: undeclared, cases } = record;
      if (unrecorded.has(id)) continue;
      const files = (name: string): string | undefined => record.files?.[name];
      const parsed = parsePyJson(line);
      const list = isPyDict(parsed) ? parsed.get("cases") : undefined;
      for (const [index, entry] of cases.entries()) {
        const variables = variablesOf(isPyList(list) ? list[index] : undefined);
        const actual = outcomeOf(() => renderPrompt(template, variables, { files }));
        differences.compare(`${id} ${entry.name}`, actual, expected(entry));
      }
      differences.compare(id, names(templateVariables(template, { files })), names(undeclared));
    }
    expect(differences.found).toEqual([]);
    expect(differences.count).toBeGreaterThan(400);
  });

  corpusTest("synthetic templates give what Jinja2 gave", () => {
    const text = readCorpus("jinja/synthetic.json");
    const parsed: SyntheticFile = JSON.parse(text);
    const variables = syntheticVariables(text);
    const files = (name: string): string | undefined => parsed.files[name];
    const differences = new Differences();
    for (const { template, undeclared_variables: undeclared, ...wanted } of parsed.cases) {
      const actual = outcomeOf(() => renderPrompt(template, variables, { files }));
      differences.compare(template, actual, expected(wanted));
      // Recorded for the template alone; here the files it uses count too.
      if (!undeclared || /include|extends|import/.test(template)) continue;
      differences.compare(template, names(templateVariables(template)), names(undeclared));
    }
    expect(differences.found).toEqual([]);
    expect(differences.count).toBeGreaterThan(400);
  });

  corpusTest("the first pass over a chat prompt keeps what is undefined", () => {
    const differences = new Differences();
    const { cases }: DebugFile = JSON.parse(readCorpus("jinja/debug-undefined.json"));
    for (const { template, variables, ...wanted } of cases) {
      const actual = outcomeOf(() => renderTemplate(template, variables, { pass: "chat-partial" }));
      differences.compare(template, actual, expected(wanted));
    }
    expect(differences.found).toEqual([]);
    expect(differences.count).toBeGreaterThan(10);
  });
});
