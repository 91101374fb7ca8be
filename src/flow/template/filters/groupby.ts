import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Filter } from "../callable/callable.ts";
import { sortValues } from "../callable/sort-values.ts";
import { listOf } from "../values/cursor.ts";
import { sameOrEqual } from "../values/equals.ts";
import { truthOf } from "../values/truth.ts";
import { GroupTuple, type Value } from "../values/value.ts";

interface Group {
  readonly key: Value;
  readonly members: Value[];
}

/** `values|groupby(attribute)`. */
export const groupby: Filter = {
  id: "groupby",
  docs: {
    summary: "sorts values by an attribute and puts those with the same one together",
    examples: [
      {
        template: "{% for g in l|groupby('k') %}{{ g.grouper }}: {{ g.list|length }}; {% endfor %}",
        variables: { l: [{ k: "b" }, { k: "a" }, { k: "B" }] },
        output: "a: 1; b: 2; ",
      },
      { template: "{{ [{}]|groupby('k', default='-') }}", output: "[('-', [{}])]" },
      { template: "{{ [1, 'a']|groupby('x.y') }}", error: "UndefinedError" },
    ],
  },
  parameters: [
    { name: "attribute" },
    { name: "default", default: null },
    { name: "case_sensitive", default: false },
  ],
  apply({ input, argument, host }) {
    const fallback = argument("default");
    const ignoreCase = !truthOf(argument("case_sensitive"));
    const key = attributeGetter(argument("attribute"), host, { fallback, ignoreCase });
    const sorted = sortValues(listOf(input, host.budget), {
      key,
      reverse: false,
      budget: host.budget,
    });
    const groups: Group[] = [];
    for (const member of sorted) {
      const found = key(member);
      const group = groups.at(-1);
      if (group !== undefined && sameOrEqual(found, group.key, host.budget)) {
        group.members.push(member);
      } else {
        groups.push({ key: found, members: [member] });
      }
    }
    const shown = attributeGetter(argument("attribute"), host, { fallback });
    return groups.map(({ key: folded, members }) => {
      return new GroupTuple(ignoreCase ? shown(members[0] ?? null) : folded, members);
    });
  },
};
