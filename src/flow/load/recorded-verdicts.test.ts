import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { readServiceYaml } from "../../yaml/index.ts";
import { checkFlow } from "../check/index.ts";
import { readFlow } from "../read/index.ts";
import { parseFlow } from "./parse-flow.ts";

// Hundreds of whole flows, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface RecordedCase {
  readonly id: string;
  readonly yaml: string;
  readonly rules: readonly string[];
}

interface RecordedMutant {
  readonly id: string;
  readonly yaml: string;
  readonly accepted: boolean;
  readonly errors: readonly string[];
}

/** What cannot be known from the file: tools and their arguments, registries, and what only a dry run minds. */
const judgedElsewhere = new Set(["E07", "E56", "E57", "E58", "E76", "E77", "E81", "E86", "E87"]);

/** Cases whose recorded number is another one's, or that an unknown tool alone makes wrong. */
const explained: Readonly<Record<string, string>> = {
  "146 description int":
    "recorded as E13, because the component's field has the same name as the flow's",
  "129 max_cycles nested":
    "both branches of the union are recorded, E61 is that of the plain number",
  "130 max_cycles nested neg": "as 129",
  "132 max_cycles nested no thr": "as 129",
  "108 prompt id traversal": "the prompt is in the registry",
  "453 jinja include ok": "what the included files use is known only where they are",
  "454 jinja include missing": "as 453",
  "458 jinja import": "as 453",
  "459 jinja from import": "as 453",
  "393 det unknown tool": "only the catalog knows that there is no such tool",
  "397 det toolset unknown only": "as 393",
  "407 det noop tool": "only the catalog knows that the tool does nothing",
  "416 det mcp tool": "as 393",
};

function rulesOf(yaml: string): ReadonlySet<string> {
  const read = readServiceYaml(yaml, "f.yml");
  if (read.problems.some(({ severity }) => severity === "error")) return new Set(["E01"]);
  const draft = readFlow(read, yaml);
  const checked = draft.complete ? checkFlow(draft) : [];
  return new Set([...draft.problems, ...checked].map(({ rule }) => rule));
}

function agreesOnCases(): void {
  const { cases }: { cases: readonly RecordedCase[] } = JSON.parse(readCorpus("lint-cases.json"));
  expect(cases.length).toBeGreaterThan(400);
  const differences = cases.flatMap(({ id, yaml, rules }) => {
    const found = rulesOf(yaml);
    const expected = rules.filter((rule) => !judgedElsewhere.has(rule));
    if (rules.length === 0)
      return found.size === 0 ? [] : [`${id}: refused for ${[...found].join(" ")}`];
    if (expected.length === 0 || id in explained) return [];
    return expected.every((rule) => found.has(rule))
      ? []
      : [`${id}: ${rules.join(" ")}, not ${[...found].join(" ")}`];
  });
  expect(differences).toEqual([]);
}

/** Needs the tools or their arguments, or is the dry run's alone. */
const notFromTheFile = /toolset is required|Missing required parameters|extra input variables/;
/** A prompt of the registry, whose variables only the registry knows. */
const registryPrompts =
  /^(?:Value error, Component '\w+' \(prompt '\w+'\): missing input variables)/;

function agreesOnMutants(): void {
  const mutants: readonly RecordedMutant[] = readCorpus("lint-mutants.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(mutants.length).toBeGreaterThan(200);
  const differences = mutants.flatMap(({ id, yaml, accepted, errors }) => {
    const refused = rulesOf(yaml).size > 0;
    if (refused !== accepted) return [];
    if (
      !accepted &&
      errors.some((error) => notFromTheFile.test(error) || registryPrompts.test(error))
    )
      return [];
    return [`${id}: ${accepted ? "refused" : "accepted"}`];
  });
  expect(differences).toEqual([]);
}

function loadsRealConfigs(): void {
  const names = readdirSync(join(corpusFolder ?? "", "configs"), {
    recursive: true,
    encoding: "utf8",
  });
  const files = names.filter((name) => name.endsWith(".yml"));
  expect(files.length).toBeGreaterThan(15);
  const empty = files.filter((file) => {
    return parseFlow(readCorpus(join("configs", file)), file).components.length === 0;
  });
  expect(empty).toEqual([]);
}

corpusTest("agrees with the service on every case", agreesOnCases);
corpusTest("agrees with the service on mutations of real flows", agreesOnMutants);
corpusTest("loads every real config", loadsRealConfigs);
