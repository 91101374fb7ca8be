import { resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { loadSuites, type Suite } from "../../../src/eval/index.ts";
import type { PlannedSuite } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import { loadOptions } from "../load-options.ts";

/**
 * The suites of a run as they are now. Those whose file is gone are left out, and those that are written
 * in TypeScript, whose criteria come to light only when they run.
 *
 * @throws AppError or AppErrors with everything that is wrong with them.
 */
export async function presentSuites(
  planned: readonly PlannedSuite[],
  { config, context }: { readonly config: Config; readonly context: CliContext },
): Promise<readonly Suite[]> {
  const { files, cwd } = context;
  const paths: string[] = [];
  for (const { file } of planned) {
    if (!/\.suite\.ya?ml$/u.test(file)) continue;
    if ((await files.read(resolve(cwd, file))) !== undefined) paths.push(file);
  }
  return paths.length === 0 ? [] : loadSuites(paths, await loadOptions({ config, context }));
}
