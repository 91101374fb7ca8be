import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { isJsonArray } from "../../src/core/match/json-array.ts";
import { printable } from "../../src/core/text/printable.ts";
import type { Paint } from "../../src/format/index.ts";

/** What a request is one of. */
export interface RequestHead {
  readonly flow: string;
  readonly component: string;
  readonly model: string;
}

/** The body of a request for prompt authors: every text whole and as it is, only indented. */
export function requestText(body: JsonValue, head: RequestHead, paint: Paint): string {
  const { flow, component, model } = head;
  const { system, messages, tools, ...settings } = isJsonObject(body) ? body : {};
  const blocks: Block[] = [
    ...Object.entries(settings).map(([name, value]) => ({ title: `${name}: ${textOf(value)}` })),
    ...listOf(system).map((block, index) => contentBlock(block, `system ${index + 1}`)),
    ...listOf(messages).flatMap(messageBlocks),
    ...listOf(tools).map(toolBlock),
  ];
  const first = `first request of "${component}" in ${flow} to ${model}, not sent`;
  const shown = blocks.map(({ title, text }) => {
    const lines = [paint("bold", printable(title))];
    if (text !== undefined) lines.push(indented(printable(text)), "");
    return lines.join("\n");
  });
  return `${[printable(first), "", ...shown].join("\n").trimEnd()}\n`;
}

interface Block {
  readonly title: string;
  readonly text?: string;
}

function messageBlocks(message: JsonValue): readonly Block[] {
  if (!isJsonObject(message)) return [];
  const { role, content } = message;
  return listOf(content).map((block) => contentBlock(block, textOf(role)));
}

function contentBlock(block: JsonValue, who: string): Block {
  if (!isJsonObject(block)) return { title: who, text: textOf(block) };
  const { type, text, cache_control: cache, ...others } = block;
  const marks = cache === undefined ? "" : " (cached up to here)";
  if (type === "text") return { title: `${who}${marks}`, text: textOf(text) };
  return { title: `${who} ${textOf(type)}${marks}`, text: JSON.stringify(others, undefined, 2) };
}

function toolBlock(tool: JsonValue): Block {
  const told: JsonObject = isJsonObject(tool) ? tool : {};
  // Chat completions wrap a tool as a function, and name its schema otherwise.
  const { function: wrapped } = told;
  const offered = isJsonObject(wrapped) ? wrapped : told;
  const { name, description, input_schema: schema = offered["parameters"] } = offered;
  const lines = [
    ...(description === undefined ? [] : [textOf(description), ""]),
    JSON.stringify(schema ?? {}, undefined, 2),
  ];
  return { title: `tool ${textOf(name)}`, text: lines.join("\n") };
}

/** A text is short for a list of one. */
function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return isJsonArray(value) ? value : [value];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}
