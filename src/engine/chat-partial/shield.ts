import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";

/** The characters that could make a value into template source. */
const marks = ["{", "}", "%", "#"] as const;
/** Stand-ins are letters of one unit that Python prints as they are, from here on. */
const firstStandIn = 0x3400;
const lastStandIn = 0x4dbf;

/** Values that a template may print without the result becoming a template itself. */
export interface Shielded {
  readonly variables: PyDict;
  /** Puts the marks back into a text that was rendered with the variables, and perhaps rendered again. */
  readonly restore: (text: string) => string;
}

/**
 * Replaces the marks of the template language in values by letters that occur neither in them nor in
 * the template, so that text printed by one pass is still data in the next.
 */
export function shield(template: string, variables: PyDict): Shielded {
  const texts = [...textsOf(variables)];
  if (!texts.some((text) => marks.some((mark) => text.includes(mark)))) {
    return { variables, restore: (text) => text };
  }
  const standIns = freeLetters([template, ...texts].join(""));
  const pairs = marks.map((mark, index) => ({ mark, letter: standIns[index] ?? mark }));
  return {
    variables: new Map([...variables].map(([name, value]) => [name, hide(value, pairs)])),
    restore: (text) => pairs.reduce((restored, pair) => restore(restored, pair), text),
  };
}

interface Pair {
  readonly mark: string;
  readonly letter: string;
}

function hide(value: PyValue, pairs: readonly Pair[]): PyValue {
  if (typeof value === "string") return hideMarks(value, pairs);
  if (isPyDict(value)) {
    return new Map([...value].map(([key, item]) => [hideMarks(key, pairs), hide(item, pairs)]));
  }
  return Array.isArray(value)
    ? (value as readonly PyValue[]).map((item) => hide(item, pairs))
    : value;
}

function hideMarks(value: string, pairs: readonly Pair[]): string {
  return pairs.reduce((text, { mark, letter }) => text.replaceAll(mark, letter), value);
}

/** Filters may have written the letter in ASCII: for JSON, or for a URL, where the mark is escaped too. */
function restore(text: string, { mark, letter }: Pair): string {
  return text
    .replaceAll(letter, mark)
    .replaceAll(jsonEscape(letter), mark)
    .replaceAll(encodeURIComponent(letter), encodeURIComponent(mark));
}

function freeLetters(text: string): readonly string[] {
  const letters: string[] = [];
  for (let code = firstStandIn; code <= lastStandIn && letters.length < marks.length; code += 1) {
    const letter = String.fromCodePoint(code);
    const forms = [letter, jsonEscape(letter), encodeURIComponent(letter)];
    if (!forms.some((form) => text.includes(form))) letters.push(letter);
  }
  return letters;
}

function jsonEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function* textsOf(value: PyValue): Generator<string> {
  if (typeof value === "string") yield value;
  else if (isPyDict(value)) {
    for (const [key, item] of value) {
      yield key;
      yield* textsOf(item);
    }
  } else if (Array.isArray(value)) {
    for (const item of value as readonly PyValue[]) yield* textsOf(item);
  }
}
