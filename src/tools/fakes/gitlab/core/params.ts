import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import { plainText } from "./plain-text.ts";
import { badRequest } from "./rest.ts";

/**
 * Parameters of a request, read as GitLab's API reads them: a number may come as its digits, a flag as
 * "true"; what cannot be read is refused in its words. Each gives undefined where there is nothing.
 */
export function textParam(params: JsonObject, key: string): string | undefined {
  const value = given(params, key);
  if (value === undefined) return undefined;
  if (typeof value === "object") throw badRequest(`${key} is invalid`);
  return String(value);
}

export function numberParam(params: JsonObject, key: string): number | undefined {
  const text = textParam(params, key);
  if (text === undefined || text === "") return undefined;
  if (!/^-?[0-9]{1,15}$/.test(text)) throw badRequest(`${key} is invalid`);
  return Number(text);
}

export function flagParam(params: JsonObject, key: string): boolean | undefined {
  const text = textParam(params, key);
  if (text === undefined || text === "") return undefined;
  if (/^(true|t|on|1)$/i.test(text)) return true;
  if (/^(false|f|off|0)$/i.test(text)) return false;
  throw badRequest(`${key} is invalid`);
}

/** One of some words. */
export function choiceParam<Choice extends string>(
  params: JsonObject,
  key: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textParam(params, key);
  if (text === undefined) return undefined;
  const choice = choices.find((word) => word === text);
  if (choice === undefined) throw badRequest(`${key} does not have a valid value`);
  return choice;
}

/** A list, or a text with commas between its items. */
export function listParam(params: JsonObject, key: string): readonly string[] | undefined {
  const value = given(params, key);
  if (value === undefined) return undefined;
  const items: readonly JsonValue[] = Array.isArray(value) ? value : plainText(value).split(",");
  return items.map((item) => plainText(item).trim()).filter((item) => item !== "");
}

/** A list of ids; `0` and nothing stand for an empty one. */
export function idsParam(params: JsonObject, key: string): readonly number[] | undefined {
  const texts = listParam(params, key);
  if (texts === undefined) return undefined;
  if (texts.some((text) => !/^[0-9]{1,15}$/.test(text))) throw badRequest(`${key} is invalid`);
  return texts.map(Number).filter((id) => id !== 0);
}

/** A time, in milliseconds. */
export function timeParam(params: JsonObject, key: string): number | undefined {
  const text = textParam(params, key);
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw badRequest(`${key} is invalid`);
  return ms;
}

/** A day as `2026-01-31`; an empty text takes one away, which is null. */
export function dayParam(params: JsonObject, key: string): string | null | undefined {
  const text = textParam(params, key);
  if (text === undefined) return undefined;
  if (text === "") return null;
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw badRequest(`${key} is invalid`);
  }
  return text;
}

/** A text that has to be there. */
export function requiredText(params: JsonObject, key: string): string {
  const text = textParam(params, key);
  if (text === undefined) throw badRequest(`${key} is missing`);
  return text;
}

const defaultPageSize = 20;
const maxPageSize = 100;

/** The page of a list that `page` and `per_page` ask for. */
export function pageOf<Item>(items: readonly Item[], query: JsonObject): readonly Item[] {
  const size = Math.min(numberParam(query, "per_page") ?? defaultPageSize, maxPageSize);
  const page = numberParam(query, "page") ?? 1;
  if (page < 1) throw badRequest("page does not have a valid value");
  if (size < 1) throw badRequest("per_page does not have a valid value");
  return items.slice((page - 1) * size, page * size);
}

function given(params: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(params, key) ? (params[key] ?? undefined) : undefined;
}
