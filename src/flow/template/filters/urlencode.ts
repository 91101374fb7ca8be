import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { findCursor, listOf } from "../values/cursor.ts";
import { dictEntries } from "../values/dict.ts";
import { isDict, isText } from "../values/kinds.ts";
import { textOf } from "../values/text-of.ts";
import { typeNameOf } from "../values/type-name.ts";
import type { Value, ValueList } from "../values/value.ts";

/** `value|urlencode`. */
export const urlencode: Filter = {
  id: "urlencode",
  docs: {
    summary: "quotes a text for a URL's path, or pairs for its query",
    examples: [
      {
        template: "{{ 'a b/é&'|urlencode }} {{ {'a': 1, 'b c': '/ '}|urlencode }}",
        output: "a%20b/%C3%A9%26 a=1&b+c=%2F+",
      },
      { template: "{{ [['a', none]]|urlencode }}", output: "a=None" },
      { template: "{{ [1]|urlencode }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply({ input, host: { budget } }) {
    const iterable = typeNameOf(input) !== "TemplateReference" && findCursor(input, budget);
    if (isText(input) || !iterable) return quotePath(textOf(input, budget), budget);
    const pairs = isDict(input)
      ? dictEntries(input)
      : listOf(input, budget).map((pair) => unpackPair(pair, budget));
    return pairs
      .map((pair) => pair.map((part) => quoteQuery(textOf(part, budget), budget)).join("="))
      .join("&");
  },
};

function unpackPair(pair: Value, budget: Budget): ValueList {
  if (findCursor(pair, budget) === undefined && typeNameOf(pair) !== "Undefined") {
    return raise("TypeError", `cannot unpack non-iterable ${typeNameOf(pair)} object`);
  }
  const items = listOf(pair, budget);
  if (items.length > 2) raise("ValueError", "too many values to unpack (expected 2)");
  if (items.length < 2) {
    raise("ValueError", `not enough values to unpack (expected 2, got ${items.length})`);
  }
  return items;
}

function quoteQuery(text: string, budget: Budget): string {
  return quotePath(text, budget).replaceAll("/", "%2F").replaceAll("%20", "+");
}

/** What Python's `quote` leaves alone, JavaScript quotes in part, and the other way round. */
function quotePath(text: string, budget: Budget): string {
  budget.produce(text.length * 3);
  if (/[\ud800-\udfff]/u.test(text)) {
    raise("UnicodeEncodeError", "'utf-8' codec can't encode a surrogate: surrogates not allowed");
  }
  return encodeURIComponent(text)
    .replaceAll("%2F", "/")
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
