import { resolve } from "node:path";
import type { Files } from "../../core/files.ts";
import type { Suite } from "../suite/suite.ts";
import { judgeNames } from "./model-choice.ts";

const prefix = "script/";

interface ScriptsFrame {
  readonly files: Files;
  /** Working directory, absolute. */
  readonly cwd: string;
}

/**
 * Texts of the scripts that models are named after, by the names of the models: they decide what a trial
 * does. One that cannot be read is told when it is opened.
 */
export async function scriptTexts(
  names: readonly (string | readonly string[] | undefined)[],
  suites: readonly Suite[],
  { files, cwd }: ScriptsFrame,
): Promise<ReadonlyMap<string, string>> {
  const all = [
    ...names.flatMap((name) => judgeNames(name ?? [])),
    ...suites.flatMap(({ judge, targets }) => [
      ...judge.models,
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
