import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CliContext } from "../../cli/context.ts";
import { runCli } from "../../cli/run-cli.ts";
import { diskFiles, seededRandom } from "../../src/platform/index.ts";
import { createScriptClock } from "./script-clock.ts";

/** The study, and the name that its reports have. */
const suites = "suites/chat-vs-workflow";

/** Who says which answer is better. */
const pairs = "script/fixtures/scripts/chat-vs-workflow/pairs.script.yml";

/** When the example was made, as it says; nothing in it depends on when it is. */
const began = Date.UTC(2026, 0, 5, 9, 0, 0);

/**
 * The reports of the study, by the names of their files. The same bytes whenever and wherever they are made: time
 * is what the scripts say that replies take.
 *
 * @param work - an empty folder for the run
 * @throws Error where a command ends otherwise than it should.
 */
export async function exampleFiles(work: string): Promise<ReadonlyMap<string, string>> {
  const world = exampleWorld();
  const names = { run: ["eval.html", "eval.md"], comparison: ["compare.html", "compare.md"] };
  const outputs = (of: readonly string[]): readonly string[] =>
    of.flatMap((name) => ["-o", join(work, name)]);
  // One after another: with several at a time their order is that of the disk.
  const once = ["-j", "1", "--no-history", "--quiet", "--reports", work];
  await run(["eval", "run", suites, ...once, ...outputs(names.run)], world);
  const sides = ["latest#chat", "latest#workflow"];
  const pairwise = ["--pairwise", "--judge-model", pairs];
  const quiet = ["-j", "1", "--quiet", "--reports", work];
  await run(["compare", ...sides, ...pairwise, ...quiet, ...outputs(names.comparison)], world);
  const all = [...names.run, ...names.comparison];
  return new Map(all.map((name) => [name, readFileSync(join(work, name), "utf8")]));
}

/** No environment, no terminal, no time of its own. */
function exampleWorld(): CliContext {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  return {
    cwd: process.cwd(),
    env: {},
    stdin: async () => new Uint8Array(),
    stdout: () => {},
    stderr: (text) => void process.stderr.write(text),
    terminal: { live: false, color: { stdout: false, stderr: false }, columns: 100 },
    files: diskFiles,
    clock: createScriptClock(began),
    random: seededRandom(1),
    signal: new AbortController().signal,
    versions: { flowproof: version, node: "20" },
  };
}

/** Passed, or found something: an example of the one is as good as of the other. */
async function run(args: readonly string[], world: CliContext): Promise<void> {
  const exit = await runCli(args, world);
  if (exit !== 0 && exit !== 1) throw new Error(`flowproof ${args.join(" ")} made exit ${exit}`);
}
