import { AppError } from "../../core/errors/app-error.ts";
import type { RunResult, RunStatus } from "../../engine/index.ts";
import { ModelError } from "../../model/index.ts";
import type { Outcome } from "../../record/index.ts";
import { UnmockedCallError } from "../../tools/index.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { TargetError } from "../target/target-error.ts";
import type { Played } from "./play-case.ts";
import { TimeLimitReached } from "./time-limit.ts";

/** An outcome that is settled before any check is looked at. */
export interface Ending {
  readonly outcome: Extract<Outcome, "suite_error" | "infra_error" | "agent_error">;
  readonly reason: string;
  readonly hint?: string;
}

/** Codes of errors that are the suite's fault and show only while it runs. */
const suiteErrors: ReadonlySet<string> = new Set([
  "CASSETTE_MISMATCH",
  "CASSETTE_NO_REPLY",
  "SCRIPT_NO_REPLY",
  "TOOL_MOCK_INVALID",
  "TOOL_UNMOCKED",
  "ENGINE_EMPTY_MESSAGE",
]);

/**
 * What an error means for the trial that it ended, or undefined where it is not the trial's alone: a
 * refused key, a full disk, a defect, an abort.
 */
export function endingOfError(error: unknown): Ending | undefined {
  if (error instanceof TimeLimitReached) return { outcome: "agent_error", reason: error.message };
  if (!(error instanceof AppError)) return undefined;
  const { code, message, hint } = error;
  const rest = hint === undefined ? {} : { hint };
  if (error instanceof TargetError) {
    const { outcome } = error;
    return {
      outcome,
      reason: outcome === "infra_error" ? `${code}: ${message}` : message,
      ...rest,
    };
  }
  if (error instanceof UnmockedCallError || suiteErrors.has(code)) {
    return { outcome: "suite_error", reason: message, ...rest };
  }
  if (error instanceof ModelError && error.kind !== "usage") {
    return { outcome: "infra_error", reason: `${code}: ${message}`, ...rest };
  }
  return undefined;
}

/** What the end of a flow means by itself, or undefined where the checks decide. */
export function endingOfPlay(
  { result, brokenOff }: Played,
  testCase: SuiteCase,
): Ending | undefined {
  const failure = endingOfResult(result, expectedStatuses(testCase));
  if (failure !== undefined) return failure;
  return brokenOff === undefined ? undefined : { outcome: "agent_error", reason: brokenOff };
}

/** Kinds of failures that are not the agent's: nobody could have done better with this suite. */
const suiteFailures: ReadonlySet<string> = new Set(["invalid_context", "not_supported"]);

function endingOfResult(
  { status, error }: RunResult,
  expected: ReadonlySet<RunStatus>,
): Ending | undefined {
  const reason = error === undefined ? `the flow ended as ${status}` : failureText(error);
  if (error?.kind === "model_error") return { outcome: "infra_error", reason };
  if ((status !== "failed" && status !== "refused") || expected.has(status)) return undefined;
  const isSuite = error !== undefined && suiteFailures.has(error.kind);
  return { outcome: isSuite ? "suite_error" : "agent_error", reason };
}

function failureText({ kind, component, message }: NonNullable<RunResult["error"]>): string {
  return component === "" ? `${kind}: ${message}` : `${kind} in ${component}: ${message}`;
}

function expectedStatuses({ turns, checks }: SuiteCase): ReadonlySet<RunStatus> {
  const all = [...turns.flatMap((turn) => turn.checks), ...checks];
  return new Set(
    all.flatMap(({ prepared }) =>
      prepared.type === "decidable" ? (prepared.expectedStatuses ?? []) : [],
    ),
  );
}
