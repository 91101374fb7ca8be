import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { parseFlow } from "./parse-flow.ts";

// Hundreds of whole flows, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface RecordedFlow {
  readonly id: string;
  readonly yaml: string;
  /** Of cases; mutants say `accepted`. */
  readonly valid?: boolean;
  readonly accepted?: boolean;
}

/** Which flows are refused without anything known besides their files: no tools, no registries. */
function refused(flows: readonly RecordedFlow[]): readonly string[] {
  return flows.flatMap(({ id, yaml }) => {
    try {
      parseFlow(yaml, "f.yml");
      return [];
    } catch (error) {
      if (error instanceof AppError || error instanceof AppErrors) return [id];
      throw error;
    }
  });
}

function takesWhatTheServiceTakes(): void {
  const { cases }: { cases: readonly RecordedFlow[] } = JSON.parse(readCorpus("lint-cases.json"));
  const mutants: readonly RecordedFlow[] = readCorpus("lint-mutants.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const accepted = [...cases, ...mutants].filter((flow) => flow.valid ?? flow.accepted);
  expect(accepted.length).toBeGreaterThan(300);
  expect(refused(accepted)).toEqual([]);
}

function loadsRealConfigs(): void {
  const folder = join(corpusFolder ?? "", "configs");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".yml"));
  expect(files.length).toBeGreaterThan(15);
  const empty = files.filter((file) => {
    return parseFlow(readCorpus(join("configs", file)), file).components.length === 0;
  });
  expect(empty).toEqual([]);
}

// What it refuses is compared in the linter's agreement.test.ts, which knows tools and registries.
corpusTest("takes every flow that the service takes", takesWhatTheServiceTakes);
corpusTest("loads every real config", loadsRealConfigs);
