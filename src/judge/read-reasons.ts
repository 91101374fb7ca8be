import { type JsonObject, type JsonValue } from "../core/json.ts";
import { clip } from "../core/text/clip.ts";

/** What every entry of a judge's call says, as it stands there. */
export interface WrittenReasons {
  readonly evidence: string;
  readonly reasoning: string;
}

/** Reads the part that verdicts and grades share, or says in words for the judge what is wrong with it. */
export function readReasons(entry: JsonObject, fields: readonly string[]): WrittenReasons | string {
  const known = new Set(["evidence", "reasoning", ...fields]);
  const unknown = Object.keys(entry).filter((key) => !known.has(key));
  if (unknown.length > 0) return `has unknown fields: ${clip(unknown.join(", "), 80)}`;
  const { evidence, reasoning } = entry;
  if (typeof evidence !== "string") return "`evidence` must be a text";
  if (typeof reasoning !== "string") return "`reasoning` must be a text";
  return { evidence, reasoning };
}

/** Fields of the whole call that nobody asked for. */
export function unknownFields(args: JsonObject, asked: readonly string[]): readonly string[] {
  const unknown = Object.keys(args).filter((key) => !asked.includes(key));
  return unknown.length === 0
    ? []
    : [`there is nothing else to record: ${clip(unknown.join(", "), 80)}`];
}

/** What is there under a name of its own, not under one that every object has. */
export function ownValue(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
