import type { PyValue } from "../../core/python/py-value.ts";
import type { Redact } from "../../tools/index.ts";
import { type SessionPlace, sessionPlace } from "../context/place-context.ts";
import type { RunOptions } from "../run-options.ts";
import { type Limits, resolveLimits } from "./limits.ts";
import { RunRecorder } from "./run-recorder.ts";

/** What every node of a run shares. */
export interface RunScope {
  readonly options: RunOptions;
  readonly compat: boolean;
  readonly limits: Limits;
  readonly place: SessionPlace;
  readonly redact: Redact;
  /** Text of a file that a template includes. */
  readonly files: ((name: string) => string | undefined) | undefined;
  readonly recorder: RunRecorder;
  /** The goals with which conversations began, by the agents that hold them. */
  readonly openingGoals: Map<string, PyValue>;
}

export function createRunScope(options: RunOptions): RunScope {
  const { registries } = options;
  return {
    options,
    compat: options.compat ?? false,
    limits: resolveLimits(options),
    place: sessionPlace(options),
    files: registries && ((name): string | undefined => registries.template(name)),
    redact: options.redact ?? ((text): string => text),
    recorder: new RunRecorder(options.onEvent),
    openingGoals: new Map(),
  };
}
