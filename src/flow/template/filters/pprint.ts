import type { Filter } from "../callable/callable.ts";
import { prettyPrint } from "../values/pretty-print.ts";

/** `value|pprint`. */
export const pprint: Filter = {
  id: "pprint",
  docs: {
    summary: "prints a value as its repr, with sorted keys and in lines of at most 80 characters",
    examples: [
      { template: "{{ {'b': 1, 'a': [none, 'x']}|pprint }}", output: "{'a': [None, 'x'], 'b': 1}" },
      {
        template: "{{ [s, s]|pprint }}",
        variables: { s: "a text that is long enough to need a line" },
        output:
          "['a text that is long enough to need a line',\n 'a text that is long enough to need a line']",
      },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => prettyPrint(input, host.budget),
};
