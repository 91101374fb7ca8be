import { resolve } from "node:path";
import type { Suite } from "../../src/eval/index.ts";
import type { CliContext } from "../context.ts";

const prefix = "script/";

/**
 * Texts of the scripts that models are named after, by the names of the models: they decide what a trial
 * does. One that cannot be read is told when it is opened.
 */
export async function scriptTexts(
  names: readonly (string | undefined)[],
  suites: readonly Suite[],
  { cwd, files }: CliContext,
): Promise<ReadonlyMap<string, string>> {
  const all = [
    ...names,
    ...suites.flatMap(({ judgeModel, targets }) => [
      judgeModel,
      ...targets.map(({ model }) => model),
    ]),
  ];
  const texts = new Map<string, string>();
  for (const name of new Set(all)) {
    if (name?.startsWith(prefix) !== true) continue;
    const text = await files.read(resolve(cwd, name.slice(prefix.length))).catch(() => undefined);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}
