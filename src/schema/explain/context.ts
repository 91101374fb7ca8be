import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { Finding } from "./finding.ts";

/** What the explanation of one keyword needs from the rest. */
export interface Context {
  explain(schema: JsonObject | boolean, value: JsonValue): readonly Finding[];
  /** What the schema's `$ref` points to; the schema itself where it has none. */
  resolve(schema: JsonObject | boolean): JsonObject | boolean;
  /** Whether a text has a part that a `pattern` describes. */
  matches(pattern: string, text: string): boolean;
}
