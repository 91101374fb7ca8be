import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Ajv } from "ajv";
import { expect, vi } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { type JsonValue, isJsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { readServiceYaml } from "../../yaml/index.ts";

// Hundreds of whole flows, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** A config with what the service said of it: the numbers of its errors, or where it stopped. */
interface Verdict {
  readonly id: string;
  readonly yaml: string;
  readonly accepted: boolean;
  readonly groups: readonly string[];
}

const ajv = new Ajv({ strict: true });
const [v1, experimental] = ["flow-v1", "flow-experimental"].map((name) => {
  return ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")));
});

const known = new Map<string, boolean | undefined>();

/** What the schema says of a config; undefined where there is nothing to hold against it. */
function accepts(yaml: string): boolean | undefined {
  if (!known.has(yaml)) known.set(yaml, validate(yaml));
  return known.get(yaml);
}

function validate(yaml: string): boolean | undefined {
  const { value, problems } = readServiceYaml(yaml, "f.yml");
  if (problems.some(({ severity }) => severity === "error")) return undefined;
  const flow: JsonValue = toJson(value ?? null);
  const isV1 = !isJsonObject(flow) || flow["version"] !== "experimental";
  return (isV1 ? v1 : experimental)?.(flow) === true;
}

function readConfigs(): Verdict[] {
  const folder = join(corpusFolder ?? "", "configs");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yml"))
    .map((file) => {
      const yaml = readCorpus(join("configs", file));
      return { id: file, yaml, accepted: true, groups: [] };
    });
}

function readCases(): Verdict[] {
  const { cases }: { cases: readonly RecordedCase[] } = JSON.parse(readCorpus("lint-cases.json"));
  return cases.map(({ id, yaml, valid, rules }) => ({ id, yaml, accepted: valid, groups: rules }));
}

interface RecordedCase {
  readonly id: string;
  readonly yaml: string;
  readonly valid: boolean;
  readonly rules: readonly string[];
}

function readMutants(): Verdict[] {
  const lines = readCorpus("lint-mutants.jsonl").trim().split("\n");
  return lines.map((line) => {
    const { id, yaml, accepted, stage }: RecordedMutant = JSON.parse(line);
    return { id, yaml, accepted, groups: [stage ?? ""] };
  });
}

interface RecordedMutant {
  readonly id: string;
  readonly yaml: string;
  readonly accepted: boolean;
  readonly stage: string | null;
}

/** How many of the refused configs of each group the schema refuses too. */
function tableOf(verdicts: readonly Verdict[]): ReadonlyMap<string, readonly [number, number]> {
  const table = new Map<string, readonly [caught: number, all: number]>();
  for (const { yaml, accepted, groups } of verdicts) {
    const verdict = accepts(yaml);
    if (accepted || verdict === undefined) continue;
    for (const group of groups) {
      const [caught, all] = table.get(group) ?? [0, 0];
      table.set(group, [caught + Number(!verdict), all + 1]);
    }
  }
  return new Map([...table].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function print(title: string, table: ReadonlyMap<string, readonly [number, number]>): void {
  const cells = [...table].map(([group, [caught, all]]) => `${group} ${caught}/${all}`);
  process.stdout.write(`${title}\n  ${cells.join("  ")}\n`);
}

function refusesNothingAccepted(): void {
  const verdicts = [...readConfigs(), ...readCases(), ...readMutants()];
  const accepted = verdicts.filter((verdict) => verdict.accepted);
  expect(accepted.length).toBeGreaterThan(350);
  expect(accepted.filter(({ yaml }) => accepts(yaml) !== true).map(({ id }) => id)).toEqual([]);
}

function refusesWhatItCan(): void {
  const cases = tableOf(readCases());
  print("refused cases that the schema refuses, by number in the catalog", cases);
  const schemaLevel = [...cases].filter(([code]) => /^E(?:0[2-5]|[12]\d|3[1-6])$/.test(code));
  expect(schemaLevel.length).toBeGreaterThan(20);
  expect(schemaLevel.filter(([, [caught, all]]) => caught < all)).toEqual([]);

  const mutants = tableOf(readMutants());
  print("refused mutations of real flows that the schema refuses, by stage", mutants);
  const [caught = 0, all = 0] = mutants.get("schema") ?? [];
  // JSON has no keys that are numbers, so that one of them cannot be told.
  expect(all - caught).toBe(1);
}

corpusTest("the schema accepts whatever the service accepts", refusesNothingAccepted);
corpusTest("the schema refuses every shape that the service's models refuse", refusesWhatItCan);
