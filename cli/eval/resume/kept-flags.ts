import type { RunRequest } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";

/** Flags that say what a run does; how fast, where to and how loud is for whoever goes on with it to say. */
const texts = [
  "model",
  "judgeModel",
  "script",
  "replay",
  "baseUrl",
  "curtail",
  "prices",
  "rerun",
  "changedSince",
  "baseline",
] as const;
const numbers = ["sample", "limit", "seed"] as const;
const switches = ["promptedTools", "strict"] as const;
const lists = ["tag", "case", "filter", "gate"] as const;

type KeptFlags = Partial<
  Record<(typeof texts)[number], string> &
    Record<(typeof numbers)[number], number> &
    Record<(typeof switches)[number], boolean> &
    Record<(typeof lists)[number], readonly string[]>
>;

/** What a command line asked for, as it is kept with the run. */
export function requestOf(
  paths: readonly string[],
  flags: EvalRunFlags,
  { env }: Pick<CliContext, "env">,
): RunRequest {
  const named = {
    ...flags,
    // Somebody else may go on with it, or the same in another shell.
    model: flags.model ?? flags.executionModel ?? filled(env["EXECUTION_MODEL"]),
    judgeModel: flags.judgeModel ?? flags.validationModel ?? filled(env["VALIDATION_MODEL"]),
  };
  const kept: Record<string, string | number | boolean | readonly string[]> = {};
  for (const name of [...texts, ...numbers, ...switches, ...lists]) {
    const value = named[name];
    if (value !== undefined) kept[name] = value;
  }
  return { paths, flags: kept };
}

/** The flags of a request as the program knows them; what it does not know is left out. */
export function keptFlags({ flags }: RunRequest): KeptFlags {
  const kept: KeptFlags = {};
  for (const name of texts) {
    const value = flags[name];
    if (typeof value === "string") kept[name] = value;
  }
  for (const name of numbers) {
    const value = flags[name];
    if (typeof value === "number") kept[name] = value;
  }
  for (const name of switches) {
    const value = flags[name];
    if (typeof value === "boolean") kept[name] = value;
  }
  for (const name of lists) {
    const value = flags[name];
    if (typeof value === "object") kept[name] = value;
  }
  return kept;
}

function filled(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
