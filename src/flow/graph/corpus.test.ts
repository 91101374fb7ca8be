import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { parseFlow } from "../load/parse-flow.ts";
import { flowMermaid } from "./flow-mermaid.ts";

/** Every line that a drawing may have; labels hold no character that could end them. */
const line =
  /^(?:flowchart TD| {2}start\(\(start\)\) --> n\d+| {2}n\d+(?:\["[^"]+"\]|\[\["[^"]+"\]\]|\[\/"[^"]+"\/\]|\(\["[^"]+"\]\))| {2}n\d+ (?:-->|-\.->)(?:\|"[^"]+"\|)? n\d+| {2}classDef \w+ [\w#:,; -]+| {2}class [n\d,]+ \w+|)$/u;

corpusTest("every real config is drawn, with all of its components and routers", drawsAll);

function drawsAll(): void {
  const names = readdirSync(join(corpusFolder ?? "", "configs"), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".yml"))
    .toSorted();
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const flow = parseFlow(readCorpus(join("configs", name)), name);
    const lines = flowMermaid(flow).split("\n");
    expect(
      lines.filter((each) => !line.test(each)),
      name,
    ).toEqual([]);
    expect(lines.filter((each) => /^ {2}n\d+[[(]/u.test(each)).length).toBeGreaterThanOrEqual(
      flow.components.length,
    );
  }
}
