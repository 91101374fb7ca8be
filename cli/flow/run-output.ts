import { jsonDocument } from "../../src/core/text/json-document.ts";
import type { EngineEvent, RunOptions, RunResult } from "../../src/engine/index.ts";
import { createPaint } from "../../src/format/index.ts";
import type { CliContext } from "../context.ts";
import type { FlowRunFlags } from "./flow-flags.ts";
import type { PreparedRun } from "./prepare-run.ts";
import { runDocument } from "./run-document.ts";
import { sayNotices } from "./say.ts";
import { Transcript } from "./transcript.ts";

/** Where what happens in a run is written. */
export interface RunOutput {
  readonly transcript: Transcript;
  readonly onEvent: (event: EngineEvent) => void;
  /** Undefined where nobody reads along. */
  readonly onProgress: RunOptions["onProgress"];
  /** Prints what has been held back; without a result, of a run that was broken off. */
  finish(result?: RunResult): void;
}

/**
 * With `--stream` the transcript goes out as it grows, replies word by word, else at the end. Beside a
 * document it is progress.
 */
export function openOutput(
  { redactor, secrets }: Pick<PreparedRun, "redactor" | "secrets">,
  flags: FlowRunFlags,
  context: CliContext,
): RunOutput {
  const { stdout, stderr, terminal } = context;
  const isJson = flags.format === "json";
  const isStream = flags.stream === true;
  const held: string[] = [];
  const live = isJson ? stderr : stdout;
  const color = isJson ? terminal.color.stderr : terminal.color.stdout;
  const transcript = new Transcript({
    write: isStream ? live : (text): void => void held.push(text),
    redactor,
    secrets,
    paint: createPaint(color),
    whole: flags.verbose === true || isStream,
  });
  return {
    transcript,
    onEvent(event) {
      transcript.event(event);
      // The document has no place for what the engine did on its own.
      if (isJson && !isStream && event.type === "note") sayNotices([event.text], flags, context);
    },
    onProgress: isStream ? (progress): void => transcript.progress(progress) : undefined,
    finish(result) {
      transcript.close();
      if (!isJson) stdout(held.join(""));
      else if (result !== undefined) stdout(jsonDocument(redactor.redactJson(runDocument(result))));
    },
  };
}
