import type { RunPlan } from "../../../src/eval/index.ts";
import type { CliContext } from "../../context.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";
import { openRecording } from "./recording.ts";
import { openReplay, type Recordings } from "./replay.ts";
import type { RunTapes } from "./run-tapes.ts";

interface TapesSetting {
  readonly flags: Pick<EvalRunFlags, "record">;
  /** What was read for a replay. */
  readonly recordings: Recordings | undefined;
  readonly context: CliContext;
}

/** What stands between a planned run and its models; undefined where nothing does. */
export async function openTapes(
  plan: RunPlan,
  { flags, recordings, context }: TapesSetting,
): Promise<RunTapes | undefined> {
  if (recordings !== undefined) return openReplay(recordings, plan, context);
  if (flags.record === undefined) return undefined;
  return openRecording(plan, { flag: "--record", path: flags.record, cwd: context.cwd }, context);
}
