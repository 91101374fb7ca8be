import { pyRepr } from "../../core/python/py-repr.ts";
import { pyTypeName } from "../../core/python/py-type-name.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import type { LaxError } from "./lax-type.ts";

/** The release whose texts these are; its links name it. */
const version = "2.13";

/** Pydantic's `str(ValidationError)`, which the service hands to the model as it is. */
export function errorText(title: string, errors: readonly LaxError[]): string {
  const plural = errors.length === 1 ? "" : "s";
  return [`${errors.length} validation error${plural} for ${title}`, ...errors.map(line)].join(
    "\n",
  );
}

function line({ path, type, message, input }: LaxError): string {
  const shown = `[type=${type}, input_value=${clipped(input)}, input_type=${pyTypeName(input)}]`;
  const link = `    For further information visit https://errors.pydantic.dev/${version}/v/${type}`;
  const where = path.length === 0 ? [] : [path.map(segmentText).join(".")];
  return [...where, `  ${message} ${shown}`, link].join("\n");
}

/** A name with a dot in it would read as two. */
function segmentText(segment: string | number): string {
  const text = String(segment);
  return typeof segment === "string" && text.includes(".") ? `\`${text}\`` : text;
}

const maxBytes = 50;
const firstBytes = 25;
const lastBytes = 24;

/** Pydantic counts bytes, and cuts between characters. */
function clipped(input: PyValue): string {
  const chars = Array.from(pyRepr(input));
  const total = chars.reduce((sum, char) => sum + byteLength(char), 0);
  if (total <= maxBytes) return chars.join("");
  return `${takeBytes(chars, firstBytes)}...${takeBytes(chars.toReversed(), lastBytes, true)}`;
}

function takeBytes(chars: readonly string[], limit: number, reversed = false): string {
  const taken: string[] = [];
  let bytes = 0;
  for (const char of chars) {
    bytes += byteLength(char);
    if (bytes > limit) break;
    taken.push(char);
  }
  return (reversed ? taken.toReversed() : taken).join("");
}

function byteLength(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
