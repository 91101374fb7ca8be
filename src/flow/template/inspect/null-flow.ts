import type { Arguments, Expression, FilterNode, NameNode } from "../syntax/expression.ts";
import { type Names, namesIfFalse, namesIfTrue, union } from "./guards.ts";

/** A variable whose null would come out of an expression. */
export interface NullSource {
  readonly node: NameNode;
  readonly guards: Names;
}

/** What is asked of an expression: whether it may be null, or whether it may be the text `None`. */
type Form = "null" | "text";

/** Filters that make the text `None` of null, and go on with that. */
const textFilters: ReadonlySet<string> = new Set([
  "capitalize",
  "center",
  "e",
  "escape",
  "forceescape",
  "lower",
  "pprint",
  "replace",
  "safe",
  "split",
  "string",
  "striptags",
  "title",
  "trim",
  "upper",
  "urlencode",
  "urlize",
]);

const takesPart: ReadonlySet<string> = new Set(["first", "join", "last"]);

/** Filters that fail on null, at once or when somebody goes through what they give. */
export const failingFilters: ReadonlySet<string> = new Set([
  "abs",
  "batch",
  "count",
  "dictsort",
  "filesizeformat",
  "first",
  "format",
  "groupby",
  "indent",
  "items",
  "join",
  "last",
  "length",
  "list",
  "max",
  "min",
  "parse_json",
  "random",
  "reverse",
  "round",
  "slice",
  "sort",
  "sum",
  "truncate",
  "unique",
  "wordwrap",
  "xmlattr",
]);

/** The variables whose null an expression passes on. */
export function nullsOf(node: Expression, guards: Names): readonly NullSource[] {
  return flow(node, guards, "null");
}

/** The variables whose null an expression would print as `None`. */
export function printedNulls(node: Expression, guards: Names): readonly NullSource[] {
  return flow(node, guards, "text");
}

function flow(node: Expression, guards: Names, form: Form): readonly NullSource[] {
  const { kind } = node;
  if (kind === "name") return [{ node, guards }];
  if (kind === "filter") return ofFilter(node, guards, form);
  if (kind === "or") return flow(node.right, union(guards, namesIfFalse(node.left)), form);
  if (kind === "and") {
    const known = union(guards, namesIfTrue(node.left));
    return [...flow(node.left, guards, form), ...flow(node.right, known, form)];
  }
  if (kind !== "condexpr") return [];
  const { test, value, otherwise } = node;
  const first = flow(value, union(guards, namesIfTrue(test)), form);
  if (otherwise === undefined) return first;
  return [...first, ...flow(otherwise, union(guards, namesIfFalse(test)), form)];
}

function ofFilter(node: FilterNode, guards: Names, form: Form): readonly NullSource[] {
  const { name, input, args } = node;
  if (input === undefined) return [];
  if (name === "default" || name === "d") return ofDefault(input, args, { guards, form });
  if (form === "null") return [];
  // What `split` makes of the text `None` is a list of it.
  const isPart = takesPart.has(name) && input.kind === "filter" && input.name === "split";
  return isPart || textFilters.has(name) ? flow(input, guards, form) : [];
}

/** Null is a value to `default`, unless it is told to mind what is false. */
function ofDefault(
  input: Expression,
  { positional, keywords }: Arguments,
  { guards, form }: { readonly guards: Names; readonly form: Form },
): readonly NullSource[] {
  const named = (name: string): Expression | undefined => {
    return keywords.find((keyword) => keyword.name === name)?.value;
  };
  const minds = positional[1] ?? named("boolean");
  if (minds === undefined) return flow(input, guards, form);
  const fallback = positional[0] ?? named("default_value");
  return fallback === undefined ? [] : flow(fallback, guards, form);
}
