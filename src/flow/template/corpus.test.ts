import { describe, expect } from "vitest";
import { corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { outcomeOf, type TemplateOutcome } from "../../../fixtures/templates/expect-template.ts";
import { withoutAddresses } from "../../../fixtures/templates/python-oracle.ts";
import type { JsonObject } from "../../core/json.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { renderPrompt, renderTemplate, templateVariables } from "./index.ts";
import { Tuple } from "./values/value.ts";

/** The recording lacks the two files that this template includes. */
const unrecorded: ReadonlySet<string> = new Set(["t0037"]);

/** Collects what differs, so that one test shows all of it. */
class Differences {
  readonly found: unknown[] = [];
  count = 0;

  compare(name: unknown, actual: TemplateOutcome, expected: TemplateOutcome): void {
    this.count += 1;
    const same = expected.error === undefined ? actual.output === expected.output : actual.error === expected.error;
    if (!same) this.found.push({ name, actual, expected });
  }
}

interface RecordedLine {
  readonly t: string;
  readonly vars: JsonObject;
  readonly ok: boolean;
  readonly out?: string;
  readonly err?: string;
}

function recorded(output: string | null | undefined, error: string | undefined): TemplateOutcome {
  const text = withoutAddresses(output ?? "").replaceAll("0x<addr>", "0x0");
  return error === undefined ? { output: text } : { error };
}

function member(value: PyValue | undefined, key: string): PyValue | undefined {
  return isPyDict(value) ? value.get(key) : undefined;
}

function dictMember(value: PyValue | undefined, key: string): PyDict {
  const found = member(value, key);
  return isPyDict(found) ? found : new Map();
}

describe("the recorded templates", () => {
  corpusTest.each?.([]);

  for (const file of ["snippets", "fuzz"]) {
    corpusTest(`${file} give what Jinja2 gave`, () => {
      const differences = new Differences();
      for (const line of readCorpus(`jinja/${file}.jsonl`).trim().split("\n")) {
        const { t, vars, ok, out, err }: RecordedLine = JSON.parse(line);
        differences.compare(t, outcomeOf(() => renderTemplate(t, vars)), recorded(out, ok ? undefined : err));
      }
      expect(differences.found).toEqual([]);
      expect(differences.count).toBeGreaterThan(900);
    });
  }
});
