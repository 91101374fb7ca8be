import { pyTypeName } from "../../core/python/py-type-name.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { clip } from "../../core/text/clip.ts";
import { clippedRepr } from "./clipped-repr.ts";
import type { LaxError, Refused } from "./lax-type.ts";

/** The release whose texts these are; its links name it. */
const version = "2.13";

/** Pydantic has no such limits, but its texts go to a model, and keys come from one. */
const maxWhere = 2_000;
const maxText = 50_000;

/**
 * Pydantic's `str(ValidationError)`, which the service hands to the model as it is. Where there are very
 * many errors, or very long ones, the first are followed by the number of the others.
 */
export function errorText(title: string, { errors, more }: Refused): string {
  const total = errors.length + more;
  const lines = [`${total} validation error${total === 1 ? "" : "s"} for ${title}`];
  const shown = new Map<PyValue, string>();
  let told = 0;
  let length = 0;
  for (const error of errors) {
    const line = lineOf(error, shown);
    length += line.length;
    if (told > 0 && length > maxText) break;
    lines.push(line);
    told += 1;
  }
  if (told < total) lines.push(`… and ${total - told} more`);
  return lines.join("\n");
}

/** @param shown what the inputs look like that other errors had already */
function lineOf({ path, type, message, input }: LaxError, shown: Map<PyValue, string>): string {
  const value = shown.get(input) ?? clippedRepr(input);
  shown.set(input, value);
  const details = `[type=${type}, input_value=${value}, input_type=${pyTypeName(input)}]`;
  const link = `    For further information visit https://errors.pydantic.dev/${version}/v/${type}`;
  const where = path.length === 0 ? [] : [clip(path.map(segmentText).join("."), maxWhere)];
  return [...where, `  ${message} ${details}`, link].join("\n");
}

/** A name with a dot in it would read as two. */
function segmentText(segment: string | number): string {
  const text = clip(String(segment), maxWhere);
  return typeof segment === "string" && text.includes(".") ? `\`${text}\`` : text;
}
