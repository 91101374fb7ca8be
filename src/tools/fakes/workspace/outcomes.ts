import type { ToolOutcome } from "../../tool-runtime.ts";

/** A text that a tool returns. */
export function returned(value: string): ToolOutcome {
  return { type: "value", value };
}

/** What the service refuses before it asks the executor. */
export function denied(message: string): ToolOutcome {
  return { type: "error", message: `Access denied: ${message}` };
}

/**
 * What the executor could not do. The service puts the two words before it; how its executors go on is not
 * published, so here it is what Node says of files, and our own words for the rest.
 */
export function actionError(message: string): ToolOutcome {
  return { type: "error", message: `Action error: ${message}` };
}
