import type { JsonObject } from "../../src/core/json.ts";
import type { RunResult } from "../../src/engine/index.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

/** How a run ended, for a program and for its caller. */
export interface RunEnding {
  /** `failed` also where the flow just ended, at a component that nothing follows. */
  readonly status: Exclude<RunResult["status"], "ended_without_terminal">;
  readonly error?: NonNullable<RunResult["error"]> | EndedNowhere;
  readonly exit: ExitCode;
}

interface EndedNowhere {
  readonly kind: "ended_without_terminal";
  readonly component: string;
  readonly message: string;
}

export function endingOf({ status, error, route }: RunResult): RunEnding {
  if (status === "ended_without_terminal") {
    const component = route.at(-1) ?? "";
    const message = `the run just ended after "${component}", neither completed nor aborted: it leads to a component without a router of its own`;
    const nowhere: EndedNowhere = { kind: "ended_without_terminal", component, message };
    return { status: "failed", error: nowhere, exit: exitCode.findings };
  }
  if (error === undefined) {
    return { status, exit: status === "aborted" ? exitCode.findings : exitCode.ok };
  }
  // What the flow's file or the user says is wrong, and not what the agent did.
  const isUsage = error.kind === "build_error" || error.kind === "invalid_context";
  return { status, error, exit: isUsage ? exitCode.usage : exitCode.findings };
}

/** The document of `flow run --format json`. */
export function runDocument(result: RunResult): JsonObject {
  const { answer, route, replies, usage, state } = result;
  const { status, error } = endingOf(result);
  return {
    status,
    answer,
    route,
    calls: result.calls.map(({ component, tool, args, effectiveArgs, result: value, isError }) => ({
      component,
      tool,
      args,
      ...(effectiveArgs === undefined ? {} : { effectiveArgs }),
      result: value,
      isError,
    })),
    replies,
    usage: { ...usage },
    ...(error === undefined ? {} : { error: { ...error } }),
    state: { ...state },
  };
}
