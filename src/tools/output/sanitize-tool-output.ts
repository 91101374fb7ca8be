import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { encodeTags } from "./encode-tags.ts";
import { stripHtmlComments } from "./strip-html-comments.ts";
import { stripInvisible } from "./strip-invisible.ts";
import { stripMarkdownComments } from "./strip-markdown-comments.ts";
import { stripMermaidComments } from "./strip-mermaid-comments.ts";

type Cleaner = (text: string) => string;

const everything: readonly Cleaner[] = [
  encodeTags,
  stripHtmlComments,
  stripMarkdownComments,
  stripInvisible,
  stripMermaidComments,
];

/** A text without one of these characters has nothing in it that any cleaner looks for. */
const suspicious = /[<\\[`\udb40]/;

/** Tools whose results must stay as they are, at least in part: they hold code. */
const exceptions: ReadonlyMap<string, readonly Cleaner[]> = new Map([
  ["read_file", []],
  ["get_repository_file", []],
  ["build_review_merge_request_context", [encodeTags, stripMarkdownComments, stripInvisible]],
]);

/**
 * What a model reads of the result, or the error text, of a tool: what others may have hidden in it is
 * taken out or disarmed, as the service does. A text that is a JSON object or array is cleaned value by
 * value and written again as Python writes JSON, so its layout changes even where nothing was hidden.
 */
export function sanitizeToolOutput(value: string, toolName: string): string;
export function sanitizeToolOutput(value: PyValue, toolName: string): PyValue;
export function sanitizeToolOutput(value: PyValue, toolName: string): PyValue {
  const cleaners = exceptions.get(toolName) ?? everything;
  if (cleaners.length === 0) return value;
  const clean: Cleaner = (text) => {
    if (!suspicious.test(text)) return text;
    return cleaners.reduce((cleaned, cleaner) => cleaner(cleaned), text);
  };
  if (typeof value !== "string") return cleanTexts(value, clean);
  const parsed = parseContainer(value);
  return parsed === undefined ? clean(value) : dumpPyJson(cleanTexts(parsed, clean));
}

function cleanTexts(value: PyValue, clean: Cleaner): PyValue {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) {
    return (value as readonly PyValue[]).map((item) => cleanTexts(item, clean));
  }
  if (!isPyDict(value)) return value;
  return new Map([...value].map(([key, item]) => [key, cleanTexts(item, clean)]));
}

function parseContainer(text: string): PyValue | undefined {
  // Anything else can be no object or array; texts of tools are long, and most are neither.
  if (!/^[ \t\n\r]*[[{]/.test(text)) return undefined;
  try {
    return parsePyJson(text);
  } catch (error) {
    if (error instanceof PyJsonError) return undefined;
    throw error;
  }
}
