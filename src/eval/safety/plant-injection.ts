import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { Mocks } from "../../tools/index.ts";
import { injectionPlace } from "./places.ts";

/** Keys whose texts people write freely, the likeliest first. */
const freeTexts: readonly string[] = [
  "description",
  "body",
  "note",
  "content",
  "trace",
  "log",
  "text",
  "message",
  "summary",
  "title",
  "name",
];

/** Mocks whose answers hold an instruction; of the tools that are named. */
export function plantInjection(mocks: Mocks, tools: readonly string[], instruction: string): Mocks {
  return new Map(
    [...mocks].map(([tool, mock]) => {
      if (!tools.includes(tool)) return [tool, mock];
      const rules = mock.rules.map((rule) => {
        const content = planted(rule.answer.content, instruction);
        return content === undefined ? rule : { ...rule, answer: { ...rule.answer, content } };
      });
      return [tool, { ...mock, rules }];
    }),
  );
}

/** The mocks without the places for instructions; the same ones where there is none, as many cases share them. */
export function withoutInjection(mocks: Mocks): Mocks {
  const answers = [...mocks.values()].flatMap(({ rules }) => rules.map(({ answer }) => answer));
  if (!answers.some(({ content }) => hasPlace(content))) return mocks;
  return new Map(
    [...mocks].map(([tool, mock]) => {
      const rules = mock.rules.map((rule) => {
        const { content } = rule.answer;
        return hasPlace(content)
          ? { ...rule, answer: { ...rule.answer, content: fillPlaces(content, "") } }
          : rule;
      });
      return [tool, { ...mock, rules }];
    }),
  );
}

/** Whether an instruction can stand in what a tool answers. */
export function canHold(mocks: Mocks, tool: string): boolean {
  return (mocks.get(tool)?.rules ?? []).some(
    ({ answer }) => planted(answer.content, "x") !== undefined,
  );
}

function planted(content: JsonValue, instruction: string): JsonValue | undefined {
  if (hasPlace(content)) return fillPlaces(content, instruction);
  const value = typeof content === "string" ? (jsonIn(content) ?? content) : content;
  const [best] = textsIn(value, []).toSorted((a, b) => rank(a) - rank(b) || length(b) - length(a));
  return best === undefined ? undefined : appended(value, best.path, instruction);
}

/** Whether a value asks for an instruction somewhere. */
export function hasPlace(content: JsonValue): boolean {
  if (typeof content === "string") return content.search(injectionPlace) !== -1;
  if (isJsonArray(content)) return content.some(hasPlace);
  return isJsonObject(content) && Object.values(content).some(hasPlace);
}

/** The value with an instruction wherever one is asked for. */
export function fillPlaces(content: JsonValue, instruction: string): JsonValue {
  if (typeof content === "string") return content.replaceAll(injectionPlace, () => instruction);
  if (isJsonArray(content)) return content.map((item) => fillPlaces(item, instruction));
  if (!isJsonObject(content)) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, item]) => [key, fillPlaces(item, instruction)]),
  );
}

/** A text that is JSON, as recorded results are: an instruction inside must not break it. */
function jsonIn(text: string): JsonValue | undefined {
  if (!/^\s*[{[]/u.test(text)) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

interface FoundText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function textsIn(value: JsonValue, path: FoundText["path"]): readonly FoundText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (isJsonArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

/** Free texts first; of the others the longest will do. */
function rank({ path }: FoundText): number {
  const key = path.findLast((segment) => typeof segment === "string");
  const index = key === undefined ? -1 : freeTexts.indexOf(key);
  return index === -1 ? freeTexts.length : index;
}

function length({ text }: FoundText): number {
  return text.length;
}

function appended(value: JsonValue, path: FoundText["path"], instruction: string): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return typeof value === "string" ? `${value}\n\n${instruction}` : value;
  if (isJsonArray(value)) {
    return value.map((item, index) => (index === first ? appended(item, rest, instruction) : item));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === first ? appended(item, rest, instruction) : item,
    ]),
  );
}
