import type { Filter } from "../callable/callable.ts";
import type { Call } from "../callable/callable.ts";
import { pythonSpace } from "../text/python-space.ts";
import { alike, plain } from "../values/kinds.ts";
import { softText } from "../values/text-of.ts";
import type { Text } from "../values/value.ts";

function change({ input, host }: Call, how: (text: string) => string): Text {
  const text = softText(input, host.budget);
  host.budget.produce(plain(text).length);
  return alike(text, how(plain(text)));
}

/** `text|upper`. */
export const upper: Filter = {
  id: "upper",
  docs: {
    summary: "makes all letters capital",
    examples: [{ template: "{{ 'straße é'|upper }} {{ none|upper }}", output: "STRASSE É NONE" }],
  },
  parameters: [],
  apply: (call) => change(call, (text) => text.toUpperCase()),
};

/** `text|lower`. */
export const lower: Filter = {
  id: "lower",
  docs: {
    summary: "makes all letters small",
    examples: [{ template: "{{ 'ÀB'|lower }} {{ true|lower }}", output: "àb true" }],
  },
  parameters: [],
  apply: (call) => change(call, (text) => text.toLowerCase()),
};

const wordStarts = new RegExp(`([-${pythonSpace}({\\[<]+)`, "u");

/** `text|title`. */
export const title: Filter = {
  id: "title",
  docs: {
    summary: "begins every word with a capital letter and makes the others small",
    examples: [
      { template: "{{ 'hELLO wide-(world) it\\'s'|title }}", output: "Hello Wide-(World) It's" },
    ],
  },
  parameters: [],
  apply: (call) => {
    const text = change(call, (whole) => whole.split(wordStarts).map(titleWord).join(""));
    return plain(text);
  },
};

function titleWord(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}
