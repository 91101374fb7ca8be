import type { JsonObject } from "../core/json.ts";
import type { PyValue } from "../core/python/py-value.ts";
import type { ToolSpec } from "./tool-spec.ts";

/** A call about to be executed: its arguments are already validated, coerced and overridden. */
export interface ToolInvocation {
  readonly component: string;
  readonly tool: string;
  readonly args: JsonObject;
}

/** What a tool gave back: a value, or a failure that the model gets to read. */
export type ToolOutcome = (
  | { readonly type: "value"; readonly value: PyValue }
  | { readonly type: "error"; readonly message: string }
) &
  Answerer;

/** Who stood in for the tool, for those who read what happened: `mock 2 of 3`, `fake gitlab`, `unmocked`. */
interface Answerer {
  readonly answeredBy?: string;
}

/** The tools of one trial: what exists, and what answers. Mocks and fakes are runtimes. */
export interface ToolRuntime {
  /** The tool of that name, or undefined where there is none. */
  spec(name: string): ToolSpec | undefined;
  /**
   * @throws UnmockedCallError when nothing answers the call and the suite does not allow that, and another
   * AppError when what should answer is wrong. Either way the suite is at fault, not the agent.
   */
  call(invocation: ToolInvocation, signal?: AbortSignal): Promise<ToolOutcome>;
}
