import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusFolder, readCorpus } from "../../../fixtures/corpus.ts";
import { createRedactor } from "./redactor.ts";

/** The real configs and templates of the corpus, by path. */
function corpusFiles(): readonly string[] {
  return ["configs", "jinja"].flatMap((folder) =>
    readdirSync(join(corpusFolder ?? "", folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice((corpusFolder ?? "").length + 1)),
  );
}

test.skipIf(corpusFolder === undefined)(
  "nothing in real configs and prompts is taken for a secret (FLOWPROOF_CORPUS)",
  () => {
    const redactor = createRedactor({ known: [] });
    const files = corpusFiles();
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const lines = readCorpus(file).split("\n");
      expect(lines.filter((line) => redactor.redact(line) !== line)).toEqual([]);
    }
  },
);
