import type { Test } from "../callable/callable.ts";
import type { CompareOperator } from "../syntax/expression.ts";
import { compareValues } from "../values/compare.ts";

function comparison(operator: CompareOperator, names: readonly string[], example: string): Test {
  const [id = operator, ...aliases] = names;
  return {
    id,
    aliases: [...aliases, ...(operator === "in" ? [] : [operator])],
    docs: {
      summary: `compares as \`${operator}\` does`,
      examples: [
        { template: example, output: "True False" },
        { template: `{{ 1 is ${id} }}`, error: "TypeError" },
      ],
    },
    parameters: [{ name: "seq" }],
    unnamed: operator !== "in",
    check: ({ input, argument, host }) =>
      compareValues({ left: input, operator, right: argument("seq") }, host.budget),
  };
}

/** `is eq`. */
export const eq: Test = comparison(
  "==",
  ["eq", "equalto"],
  "{{ 1 is eq 1.0 }} {{ 1 is equalto '1' }}",
);
/** `is ne`. */
export const ne: Test = comparison("!=", ["ne"], "{{ 1 is ne 2 }} {{ 1 is ne 1.0 }}");
/** `is lt`. */
export const lt: Test = comparison(
  "<",
  ["lt", "lessthan"],
  "{{ 1 is lt 2 }} {{ 2 is lessthan 2 }}",
);
/** `is le`. */
export const le: Test = comparison("<=", ["le"], "{{ 2 is le 2 }} {{ 3 is le 2 }}");
/** `is gt`. */
export const gt: Test = comparison(
  ">",
  ["gt", "greaterthan"],
  "{{ 2 is gt 1 }} {{ 2 is greaterthan 2 }}",
);
/** `is ge`. */
export const ge: Test = comparison(">=", ["ge"], "{{ 2 is ge 2 }} {{ 1 is ge 2 }}");
/** `is in`. */
export const inTest: Test = comparison("in", ["in"], "{{ 1 is in [1, 2] }} {{ 'x' is in 'abc' }}");
