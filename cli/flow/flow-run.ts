import { AppError } from "../../src/core/errors/app-error.ts";
import type { ModelClient } from "../../src/model/index.ts";
import { count, createPlainLive } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import { createModels } from "../eval/models.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { agentModel } from "./agent-model.ts";
import type { FlowRunFlags } from "./flow-flags.ts";
import { type FlowWorld, openFlowWorld } from "./flow-world.ts";
import { playSession } from "./play-session.ts";
import { prepareRun } from "./prepare-run.ts";
import { endingOf, type RunEnding } from "./run-document.ts";
import { runLabels } from "./run-labels.ts";
import { openOutput } from "./run-output.ts";
import { writeBeginning, writeEnding } from "./run-transcript.ts";
import { sayNotices } from "./say.ts";
import { settleAll } from "./settle-all.ts";

/** `flowproof flow run`: one run of one flow, as a transcript or as a document. */
export async function flowRun(
  ref: string,
  flags: FlowRunFlags,
  context: CliContext,
): Promise<ExitCode> {
  const world = await openFlowWorld(context);
  const [prepared, model] = await settleAll([
    prepareRun({ ref }, flags, world),
    openModel(flags, world),
  ]);
  const labels = runLabels(model, prepared.offeredTools);
  sayNotices(prepared.notices, flags, context);
  const output = openOutput(prepared, flags, context);
  const { transcript } = output;
  writeBeginning(transcript, { prepared, model, labels });
  try {
    const { result, unused } = await playSession({
      options: {
        ...prepared.options,
        model,
        onEvent: output.onEvent,
        onProgress: output.onProgress,
      },
      human: prepared.human,
      onAnswer: (decision, question) => transcript.paused(question, decision),
    });
    const ending = endingOf(result);
    writeEnding(transcript, { result, ending, labels });
    output.finish(result);
    const isSaid = flags.format !== "json" || flags.stream === true;
    const left = `${count(unused.length, "answer")} of --human not used`;
    sayNotices(
      [...(isSaid ? [] : labels.sentences), ...(unused.length === 0 ? [] : [left])],
      flags,
      context,
    );
    return sayExit(ending, flags, context);
  } catch (error) {
    // What happened until then was paid for, and says most about what went wrong.
    output.finish();
    if (!context.signal.aborted) throw error;
    if (flags.quiet !== true) context.stderr("exit 130: interrupted\n");
    return exitCode.interrupted;
  }
}

async function openModel(
  flags: FlowRunFlags,
  { config, context }: FlowWorld,
): Promise<ModelClient> {
  const name = agentModel(flags, context.env, config);
  if (name === undefined) {
    throw new AppError("MODEL_MISSING", "nothing names a model for the agent", {
      hint: "name one with --model or EXECUTION_MODEL, or play a script with --script",
    });
  }
  const live = createPlainLive(flags.quiet === true ? (): void => undefined : context.stderr);
  const onWait = (ms: number, reason: string): void => live.onWait?.(ms, reason);
  return createModels({ flags, models: config.models, context, concurrency: 1, onWait })(name);
}

/** The reason in one line on standard error, for whoever only sees the code. */
function sayExit(
  { status, error, exit }: RunEnding,
  { quiet }: FlowRunFlags,
  { stderr }: CliContext,
): ExitCode {
  if (exit === exitCode.ok || quiet === true) return exit;
  const why = error === undefined || error.kind === status ? "" : `, ${error.kind}`;
  stderr(`exit ${exit}: ${status}${why}\n`);
  return exit;
}
