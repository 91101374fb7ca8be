import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { fromJson } from "../../core/python/convert.ts";
import { dumpPyJson } from "../../core/python/dump-py-json.ts";

/**
 * What a tool that returns this gives to the model. The service's tools return texts, most of them JSON
 * as Python writes it. Every text that looks like a template is rendered first; a result of that is data
 * and is not rendered again.
 */
export function answerText(
  content: JsonValue,
  render: ((source: string) => string) | undefined,
): string {
  const rendered = render === undefined ? content : mapTexts(content, renderTemplates(render));
  return typeof rendered === "string" ? rendered : dumpPyJson(fromJson(rendered));
}

function renderTemplates(render: (source: string) => string): (text: string) => string {
  return (text) => (text.includes("{{") || text.includes("{%") ? render(text) : text);
}

function mapTexts(value: JsonValue, map: (text: string) => string): JsonValue {
  if (typeof value === "string") return map(value);
  if (isJsonArray(value)) {
    return value.map((item) => mapTexts(item, map));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}
