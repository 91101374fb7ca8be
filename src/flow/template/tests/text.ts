import type { Call, Test } from "../callable/callable.ts";
import { textOf } from "../values/text-of.ts";

function textToTest({ input, host }: Call): string {
  const text = textOf(input, host.budget);
  host.budget.scan(text.length);
  return text;
}

/** `is lower`. */
export const lower: Test = {
  id: "lower",
  docs: {
    summary: "holds for a text with small letters and no others",
    examples: [
      {
        template: "{{ 'ab 1' is lower }} {{ 'aB' is lower }} {{ '1' is lower }}",
        output: "True False False",
      },
    ],
  },
  parameters: [],
  check(call) {
    const text = textToTest(call);
    return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
  },
};

/** `is upper`. */
export const upper: Test = {
  id: "upper",
  docs: {
    summary: "holds for a text with capital letters and no others",
    examples: [
      {
        template: "{{ 'AB 1' is upper }} {{ 'aB' is upper }} {{ none is upper }}",
        output: "True False False",
      },
    ],
  },
  parameters: [],
  check(call) {
    const text = textToTest(call);
    return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
  },
};
