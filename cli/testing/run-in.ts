import type { Clock } from "../../src/core/clock.ts";
import { diskFiles, systemClock } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { runCli } from "../run-cli.ts";
import { runFetchAgents, runFetchFlows } from "../run-fetch.ts";
import { runLintFlows } from "../run-lint-flows.ts";

export interface ProgramRun {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Real time, but nobody waits out the pauses between attempts. */
const impatientClock: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal),
};

/** Runs the program in this process, in a folder and an environment of its own. */
export function runIn(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  return runWith(args, { cwd, env });
}

/** What may be called, by name. */
const programs = {
  flowproof: runCli,
  "fetch-foundational-agents": runFetchAgents,
  "fetch-foundational-flows": runFetchFlows,
  "lint-flows": runLintFlows,
};

function isProgram(name: string): name is keyof typeof programs {
  return Object.hasOwn(programs, name);
}

/** Runs in the folder of the project itself neither depend on those before nor are there for those after. */
function unremembered(args: readonly string[], cwd: string = process.cwd()): readonly string[] {
  const isRun = args[0] === "eval" && args[1] === "run";
  return isRun && cwd === process.cwd() ? [...args, "--no-history"] : args;
}

/** The same in a world that differs where it is told to. */
export async function runWith(
  args: readonly string[],
  { program = "flowproof", ...world }: Partial<CliContext> & { readonly program?: string },
): Promise<ProgramRun> {
  const written = { stdout: "", stderr: "" };
  if (!isProgram(program)) throw new TypeError(`there is no program "${program}"`);
  const exit = await programs[program](unremembered(args, world.cwd), {
    cwd: process.cwd(),
    env: {},
    stdin: async () => new Uint8Array(),
    stdout: (text) => void (written.stdout += text),
    stderr: (text) => void (written.stderr += text),
    terminal: { live: false, color: { stdout: false, stderr: false }, columns: 100 },
    files: diskFiles,
    clock: impatientClock,
    signal: new AbortController().signal,
    versions: { flowproof: "0.0.0-test", node: process.versions.node },
    ...world,
  });
  return { exit, ...written };
}
