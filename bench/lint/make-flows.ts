import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chatAgentText, pipelineText } from "./flow-texts.ts";
import { randomNumbers } from "./random-numbers.ts";

/** Writes so many different flow configs, as a registry has them: `<folder>/<reference>/1.0.0.yml`. */
export function makeFlows(folder: string, count: number): void {
  const own = flowTexts("flows");
  for (let index = 0; index < count; index += 1) {
    const random = randomNumbers(index + 1);
    const texts = [pipelineText, pipelineText, chatAgentText, () => own[index % own.length] ?? ""];
    writeFlow({ folder, index, text: (texts[index % texts.length] ?? pipelineText)(random) });
  }
}

/** Writes so many flow configs that repeat those of another folder, each a little different. */
export function repeatFlows(folder: string, count: number, source: string): void {
  const texts = flowTexts(source);
  for (let index = 0; index < count; index += 1) {
    writeFlow({ folder, index, text: texts[index % texts.length] ?? "" });
  }
}

interface WrittenFlow {
  readonly folder: string;
  readonly index: number;
  readonly text: string;
}

function writeFlow({ folder, index, text }: WrittenFlow): void {
  const reference = join(folder, `flow_${String(index).padStart(5, "0")}`);
  mkdirSync(reference, { recursive: true });
  writeFileSync(join(reference, "1.0.0.yml"), `# number ${index}\n${text}`);
}

function flowTexts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yml"))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
