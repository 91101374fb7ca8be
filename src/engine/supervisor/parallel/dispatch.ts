import type { ToolCall } from "../../../model/index.ts";
import type { Task } from "../delegate-tool.ts";

/** A task on its way to an agent. */
export interface Dispatch extends Task {
  readonly supervisor: string;
  readonly call: ToolCall;
  /** Number of the reply that asked for it. */
  readonly reply: number;
  /** Numbered over all agents of the supervisor, from 1. */
  readonly subsession: number;
}
