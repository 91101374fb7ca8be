import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import { printable } from "../../core/text/printable.ts";
import type { ChatMessage, ToolDefinition } from "../chat.ts";
import type { CassetteRequest, CassetteSetup } from "./cassette.ts";
import { textChange } from "./text-change.ts";

/** What makes a request another one than a recorded one: a line for each difference, none where they are the same. */
export function requestChanges(recorded: CassetteRequest, asked: CassetteRequest): string[] {
  return [
    ...change("the model", recorded.model, asked.model),
    ...systemChanges(recorded.setup, asked.setup),
    ...toolChanges(recorded.setup.tools, asked.setup.tools),
    ...settingChanges(recorded.setup, asked.setup),
    ...messageChanges(recorded.messages, asked.messages),
  ];
}

function systemChanges(
  { system: before }: CassetteSetup,
  { system: after }: CassetteSetup,
): string[] {
  return numbered(before, after).flatMap(([was, is], index) => {
    const what = after.length > 1 ? `system text ${index + 1}` : "the system text";
    return [
      ...change(what, was?.text ?? "", is?.text ?? ""),
      ...(was && is ? change(`caching of ${what}`, was.cache ?? false, is.cache ?? false) : []),
    ];
  });
}

function toolChanges(
  before: readonly ToolDefinition[],
  after: readonly ToolDefinition[],
): string[] {
  const was = new Map(before.map((tool) => [tool.name, tool]));
  const is = new Map(after.map((tool) => [tool.name, tool]));
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const added = [...is.keys()].filter((name) => !was.has(name));
  const changes = [...is].flatMap(([name, tool]) => {
    const old = was.get(name);
    if (old === undefined) return [];
    return [
      ...change(`the description of tool ${name}`, old.description, tool.description),
      ...change(`the schema of tool ${name}`, old.inputSchema, tool.inputSchema),
    ];
  });
  const all = [
    ...gone.map((name) => `tool ${name} is not offered any more`),
    ...added.map((name) => `tool ${name} was not offered before`),
    ...changes,
  ].map((line) => printable(line));
  if (all.length > 0) return all;
  return change("the order of the tools", names(before), names(after));
}

function names(tools: readonly ToolDefinition[]): string {
  return tools.map(({ name }) => name).join(", ");
}

function settingChanges(before: CassetteSetup, after: CassetteSetup): string[] {
  return [
    ...change("the choice of tools", before.toolChoice, after.toolChoice),
    ...change("the limit of tokens", before.maxTokens, after.maxTokens),
    ...change("the temperature", before.temperature, after.temperature),
    ...change("the texts at which to stop", before.stop, after.stop),
  ];
}

function messageChanges(before: readonly ChatMessage[], after: readonly ChatMessage[]): string[] {
  return numbered(before, after).flatMap(([was, is], index) => {
    const number = `message ${index + 1} of ${after.length}`;
    if (was === undefined) return [`${number} was not sent before: ${shown(is)}`];
    if (is === undefined) return [`message ${index + 1} is not sent any more: ${shown(was)}`];
    return change(`${number} (${kindOf(is)})`, wordsOf(was), wordsOf(is));
  });
}

function kindOf(message: ChatMessage): string {
  return message.role === "tool" ? printable(`result of ${clip(message.name, 60)}`) : message.role;
}

/** A text as it is, and everything else as JSON. */
function wordsOf(message: ChatMessage): string {
  if (message.role === "user") return message.text;
  if (message.role === "assistant") {
    const only = message.parts.length === 1 ? message.parts[0] : undefined;
    return only?.type === "text" ? only.text : canonicalJson(plain(message.parts));
  }
  const { callId, name, content, isError } = message;
  return `${isError ? "error" : "result"} of ${name} (${callId}): ${content}`;
}

function shown(message: ChatMessage | undefined): string {
  return message === undefined ? "" : clip(printable(wordsOf(message)), 120);
}

function change(what: string, before: unknown, after: unknown): string[] {
  const [was, is] = [written(before), written(after)];
  return was === is ? [] : [`${what}: ${textChange(was, is)}`];
}

function written(value: unknown): string {
  if (value === undefined) return "none";
  return typeof value === "string" ? value : canonicalJson(plain(value));
}

function plain(value: unknown): JsonValue {
  const json: JsonValue = JSON.parse(JSON.stringify(value));
  return json;
}

function numbered<T>(
  before: readonly T[],
  after: readonly T[],
): (readonly [was: T | undefined, is: T | undefined])[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => [before[index], after[index]] as const);
}
