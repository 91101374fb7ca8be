import process from "node:process";
import { describe, expect, test } from "vitest";
import { corpusFolder, readCorpus } from "../../../fixtures/corpus.ts";
import { differences } from "../../../fixtures/templates/differences.ts";
import { everyPair } from "../../../fixtures/templates/every-pair.ts";
import { templateExceptions } from "../../../fixtures/templates/exceptions.ts";
import { grammarVariables } from "../../../fixtures/templates/grammar-words.ts";
import {
  askOracle,
  hasOracle,
  type OracleCase,
} from "../../../fixtures/templates/python-oracle.ts";
import { readSnippets, snippetFiles, toOracleCase } from "../../../fixtures/templates/snippets.ts";
import { TemplateGrammar } from "../../../fixtures/templates/template-grammar.ts";
import { TemplateMutator } from "../../../fixtures/templates/template-mutator.ts";
import { seededRandom } from "../../platform/index.ts";

/** FLOWPROOF_SEED asks for other templates than the last time. */
const firstSeed = Number(process.env["FLOWPROOF_SEED"] ?? 2001);
const seeds = Array.from({ length: 10 }, (_, index) => firstSeed + index);
const casesPerSeed = 5000;
/** Of all the pairs there are too many to ask for at once. */
const pairsPerSeed = Math.floor(everyPair.length / 200);

const asked = hasOracle();
const title = asked ? "as Jinja2 does" : "as Jinja2 does (skipped: no Python with Jinja2 3.1)";

const snippets = snippetFiles.flatMap((file) => readSnippets(file));

/** Templates to make others of: the project's own, and the recorded ones where they are. */
function knownTemplates(): readonly string[] {
  const recorded =
    corpusFolder === undefined ? [] : ["snippets", "fuzz"].flatMap(recordedTemplates);
  return [...snippets.map(({ template }) => template), ...recorded].filter(
    (template) => template.length > 0 && template.length < 1500,
  );
}

function recordedTemplates(file: string): readonly string[] {
  const lines = readCorpus(`jinja/${file}.jsonl`).trim().split("\n");
  return lines.map((line) => {
    const { t }: { t: string } = JSON.parse(line);
    return t;
  });
}

function passOf(index: number): Pick<OracleCase, "pass"> {
  return index % 8 === 7 ? { pass: "chat-partial" } : {};
}

describe.runIf(asked)(`templates are rendered ${title}`, () => {
  test.each(seeds)("those of a grammar, seed %i", (seed) => {
    const grammar = new TemplateGrammar(seededRandom(seed));
    const cases = Array.from({ length: casesPerSeed }, (_, index): OracleCase => {
      const files = { a: grammar.file(), b: grammar.file(), c: grammar.file() };
      return {
        t: grammar.template(index % 2 === 0),
        vars: grammarVariables,
        files,
        ...passOf(index),
      };
    });
    expect(differences(cases)).toEqual([]);
  });

  test.each(seeds)("known ones with their pieces mixed up, seed %i", (seed) => {
    const mutator = new TemplateMutator(seededRandom(seed), knownTemplates());
    const b = "{% macro x(p) %}{{ p }}{% endmacro %}{% set y = 1 %}{% block b1 %}B{% endblock %}";
    const cases = Array.from({ length: casesPerSeed }, (_, index): OracleCase => {
      const files = { a: mutator.template(), b, c: mutator.template() };
      return { t: mutator.template(), vars: grammarVariables, files, ...passOf(index) };
    });
    expect(differences(cases)).toEqual([]);
  });

  test.each(seeds)("operators, filters and tests with values of every kind, seed %i", (seed) => {
    const random = seededRandom(seed);
    const files = { a: "A{{ x }}{% macro x() %}{% endmacro %}", b: "B", c: "C" };
    const cases = Array.from({ length: pairsPerSeed }, (_, index): OracleCase => {
      const t = everyPair[Math.floor(random.next() * everyPair.length)] ?? "";
      return { t, vars: grammarVariables, files, ...passOf(index) };
    });
    expect(differences(cases)).toEqual([]);
  });

  test("the project's snippets", () => {
    expect(differences(snippets.map(toOracleCase))).toEqual([]);
  });
});

test.runIf(asked)("Jinja2 differs where we say that it does", () => {
  const cases = templateExceptions.map(({ template: t }) => ({ t, vars: grammarVariables }));
  const answers = askOracle(cases).map(({ out, err }) => out ?? err ?? "");
  for (const [index, { jinja }] of templateExceptions.entries()) {
    expect(answers[index]).toMatch(jinja);
  }
});
