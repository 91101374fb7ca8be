import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";

/** The characters that could make a printed value into template source. */
const marks = ["{", "}", "%", "#"] as const;
/** Stand-ins are letters of one unit, from here on. */
const firstStandIn = 0x3400;
const lastStandIn = 0x4dbf;

/** Keeps what one pass over a template prints from being a template itself in the next. */
export interface Shield {
  /** Puts a letter that nobody uses in the place of each mark of the template language. */
  readonly hide: (text: string) => string;
  /** Puts the marks back into a text that was rendered again. */
  readonly restore: (text: string) => string;
}

/**
 * A shield for what a template prints of its variables. Their values stay as they are, so that whatever
 * the template computes from them is the same with it and without.
 */
export function shieldFor(template: string, variables: PyDict): Shield {
  const standIns = freeLetters([template, ...textsOf(variables)].join("\n"));
  const pairs = marks.map((mark, index) => ({ mark, letter: standIns[index] ?? mark }));
  return {
    hide: (text) =>
      pairs.reduce((hidden, { mark, letter }) => hidden.replaceAll(mark, letter), text),
    restore: (text) => pairs.reduce((restored, pair) => restore(restored, pair), text),
  };
}

interface Pair {
  readonly mark: string;
  readonly letter: string;
}

/** The second pass may have written the letter in ASCII: for JSON, or for a URL, where the mark is escaped too. */
function restore(text: string, { mark, letter }: Pair): string {
  return text
    .replaceAll(letter, mark)
    .replaceAll(jsonEscape(letter), mark)
    .replaceAll(encodeURIComponent(letter), encodeURIComponent(mark));
}

/** Letters that occur nowhere, in no form that they could be restored from or made of. */
function freeLetters(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const letters: string[] = [];
  for (let code = firstStandIn; code <= lastStandIn && letters.length < marks.length; code += 1) {
    const letter = String.fromCodePoint(code);
    const forms = [letter, jsonEscape(letter), encodeURIComponent(letter).toLowerCase()];
    if (!forms.some((form) => lower.includes(form))) letters.push(letter);
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
