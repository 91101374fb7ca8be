import { describe, expect, test } from "vitest";
import { outcomeOf, type TemplateOutcome } from "../../../fixtures/templates/expect-template.ts";
import { grammarVariables } from "../../../fixtures/templates/grammar-words.ts";
import {
  askOracle,
  hasOracle,
  type OracleAnswer,
  type OracleCase,
  withoutAddresses,
} from "../../../fixtures/templates/python-oracle.ts";
import { readSnippets, snippetFiles, toOracleCase } from "../../../fixtures/templates/snippets.ts";
import { TemplateGrammar } from "../../../fixtures/templates/template-grammar.ts";
import { seededRandom } from "../../platform/index.ts";
import { renderTemplate, templateVariables } from "./index.ts";

const seeds = Array.from({ length: 20 }, (_, index) => 2001 + index);
const casesPerSeed = 5000;

const asked = hasOracle();
const title = asked ? "as Jinja2 does" : "as Jinja2 does (skipped: no Python with Jinja2 3.1)";

/** Where Python gives up for its own limits, the interpreter does for its. */
const exhausted: ReadonlySet<string> = new Set(["RecursionError", "MemoryError"]);

function outcome({ t, vars = {}, files = {}, pass }: OracleCase): TemplateOutcome {
  const options = { files: (name: string) => files[name], ...(pass && { pass }) };
  return outcomeOf(() => renderTemplate(t, vars, options));
}

function agrees(actual: TemplateOutcome, answer: OracleAnswer): boolean {
  if (answer.ok) return actual.output === withoutAddresses(answer.out ?? "");
  const { err = "" } = answer;
  return actual.error === err || (actual.error === "TEMPLATE_LIMIT" && exhausted.has(err));
}

/** The variables of the template alone, which Python is asked for. */
function undeclaredOf({ t }: OracleCase): string {
  const { output, error } = outcomeOf(() => templateVariables(t).join(","));
  return output ?? error ?? "";
}

function agreesOnVariables(entry: OracleCase, { undeclared }: OracleAnswer): boolean {
  if (entry.pass !== undefined || /include|extends|import/.test(entry.t)) return true;
  return undeclaredOf(entry) === (typeof undeclared === "string" ? undeclared : undeclared.join());
}

/** What differs, apart from texts that Python itself makes of an address and so not twice alike. */
function differences(cases: readonly OracleCase[]): readonly unknown[] {
  const answers = askOracle(cases);
  const found = cases.filter((entry, index) => !isSame(entry, answers[index]));
  if (found.length === 0) return [];
  const again = askOracle(found);
  return found.flatMap((entry, index) => {
    const answer = again[index];
    if (answer?.out !== answers[cases.indexOf(entry)]?.out) return [];
    const { t, files, pass } = entry;
    return [{ t, files, pass, answer, actual: outcome(entry), undeclared: undeclaredOf(entry) }];
  });
}

function isSame(entry: OracleCase, answer: OracleAnswer | undefined): boolean {
  if (answer === undefined) return false;
  return agrees(outcome(entry), answer) && agreesOnVariables(entry, answer);
}

describe.runIf(asked)("templates of a grammar", () => {
  test.each(seeds)(`are rendered ${title}, seed %i`, (seed) => {
    const grammar = new TemplateGrammar(seededRandom(seed));
    const cases = Array.from({ length: casesPerSeed }, (_, index): OracleCase => {
      return {
        t: grammar.template(index % 2 === 0),
        vars: grammarVariables,
        files: { a: grammar.file(), b: grammar.file(), c: grammar.file() },
        ...(index % 8 === 7 && { pass: "chat-partial" as const }),
      };
    });
    expect(differences(cases)).toEqual([]);
  });
});

test.runIf(asked)(`the project's snippets are rendered ${title}`, () => {
  const cases = snippetFiles.flatMap((file) => readSnippets(file).map(toOracleCase));
  expect(differences(cases)).toEqual([]);
});
