import type { JsonObject } from "../../core/json.ts";

/** One operation of our own, with its values. */
export interface GraphqlRequest {
  /** A document with exactly one operation. */
  readonly document: string;
  readonly operationName: string;
  readonly variables: JsonObject;
  /** For messages: what is being done, such as `reading item 348`. */
  readonly purpose: string;
  /** Changes something on the instance, and so must not be sent twice. */
  readonly mutates?: boolean;
}
