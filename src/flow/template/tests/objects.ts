import type { Call, Test } from "../callable/callable.ts";
import { keyOf } from "../values/dict.ts";
import { isHtml } from "../values/escape.ts";
import { isText, plain } from "../values/kinds.ts";

/** `is escaped`. */
export const escaped: Test = {
  id: "escaped",
  docs: {
    summary: "holds for what is marked as safe HTML",
    examples: [
      { template: "{{ '<'|escape is escaped }} {{ '<' is escaped }}", output: "True False" },
    ],
  },
  parameters: [],
  check: ({ input }) => isHtml(input),
};

/** `is sameas(other)`. */
export const sameas: Test = {
  id: "sameas",
  docs: {
    summary: "holds for one and the same object; strings and whole numbers are the same when equal",
    examples: [
      { template: "{{ none is sameas none }} {{ 1 is sameas true }}", output: "True False" },
      {
        template: "{{ l is sameas l }} {{ [] is sameas [] }}",
        variables: { l: [] },
        output: "True False",
      },
    ],
  },
  parameters: [{ name: "other" }],
  check: ({ input, argument }) => input === argument("other"),
};

/** `is filter`. */
export const filter: Test = {
  id: "filter",
  docs: {
    summary: "holds for the name of a filter",
    examples: [
      { template: "{{ 'upper' is filter }} {{ 'nope' is filter }}", output: "True False" },
    ],
  },
  parameters: [],
  check: (call) => named(call, (name) => call.host.hasFilter(name)),
};

/** `is test`. */
export const test: Test = {
  id: "test",
  docs: {
    summary: "holds for the name of a test",
    examples: [
      {
        template: "{{ 'odd' is test }} {{ '==' is test }} {{ 1 is test }}",
        output: "True True False",
      },
    ],
  },
  parameters: [],
  check: (call) => named(call, (name) => call.host.hasTest(name)),
};

function named({ input }: Call, has: (name: string) => boolean): boolean {
  keyOf(input);
  return isText(input) && has(plain(input));
}
