import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { AnsweredEvent } from "./target-event.ts";

/** A tool call that was made elsewhere, as far as it is told. */
export interface ToldCall {
  readonly tool: string;
  readonly args: JsonObject;
  readonly result?: JsonValue | undefined;
  readonly isError?: boolean | undefined;
}

/** An answer that came from elsewhere, with everything that was told along with it. */
export interface ToldAnswer extends Omit<AnsweredEvent, "type"> {
  readonly answer: string;
  /** Undefined where nothing is told of calls. */
  readonly calls?: readonly ToldCall[] | undefined;
}
