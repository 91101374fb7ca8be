import { resolve } from "node:path";
import type { Suite } from "../../eval/index.ts";
import { diskFiles } from "../../platform/index.ts";

const prefix = "script/";

/**
 * Texts of the scripts that models are named after, by the names of the models: they decide what a trial
 * does. One that cannot be read is told when it is opened.
 */
export async function scriptTexts(
  names: readonly (string | undefined)[],
  { judgeModel, targets }: Suite,
  root: string,
): Promise<ReadonlyMap<string, string>> {
  const all = [...names, judgeModel, ...targets.map(({ model }) => model)];
  const texts = new Map<string, string>();
  for (const name of new Set(all)) {
    if (name === undefined || !name.startsWith(prefix)) continue;
    const path = resolve(root, name.slice(prefix.length));
    const text = await diskFiles.read(path).catch(() => undefined);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}
