import type { JsonObject } from "../../core/json.ts";
import type { Located } from "./located.ts";

/** A tool that a component may use, with the arguments that the flow fixes. */
export interface ToolsetEntry extends Located {
  readonly tool: string;
  /** Values that replace what the model sends; undefined when the entry is a bare name. */
  readonly options: JsonObject | undefined;
}
