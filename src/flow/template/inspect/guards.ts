import { partsOf } from "../syntax/children.ts";
import type { CompareNode, Expression } from "../syntax/expression.ts";

/** Names of variables. */
export type Names = ReadonlySet<string>;

const none: Names = new Set();

/** The variables that cannot be null where a condition holds. */
export function namesIfTrue(test: Expression): Names {
  const { kind } = test;
  if (kind === "not") return namesIfFalse(test.operand);
  if (kind === "and") return union(namesIfTrue(test.left), namesIfTrue(test.right));
  if (kind === "or") return intersection(namesIfTrue(test.left), namesIfTrue(test.right));
  if (kind === "test") return isPointless(test.name) ? none : mentioned(test.input);
  if (kind === "compare") return ifCompared(test, true);
  return looksUp.has(kind) ? mentioned(test) : none;
}

/** What is only true where there is something. */
const looksUp: ReadonlySet<Expression["kind"]> = new Set<Expression["kind"]>([
  "filter",
  "getattr",
  "getitem",
  "name",
]);

/** The variables that cannot be null where a condition does not hold. */
export function namesIfFalse(test: Expression): Names {
  const { kind } = test;
  if (kind === "not") return namesIfTrue(test.operand);
  if (kind === "and") return intersection(namesIfFalse(test.left), namesIfFalse(test.right));
  if (kind === "or") return union(namesIfFalse(test.left), namesIfFalse(test.right));
  if (kind === "compare") return ifCompared(test, false);
  return kind === "test" && test.name === "none" ? mentioned(test.input) : none;
}

/** Null passes these; every variable is defined, for null stands in for what is missing. */
function isPointless(name: string): boolean {
  return name === "none" || name === "defined" || name === "undefined";
}

function ifCompared({ first, rest }: CompareNode, holds: boolean): Names {
  const [only, ...others] = rest;
  if (only === undefined || others.length > 0) return none;
  const { operator, operand } = only;
  const sides = union(mentioned(first), mentioned(operand));
  // With null to the right of `in`, or beside `<`, the template would have failed.
  if (operator === "in" || operator === "not in") {
    const found = (operator === "in") === holds;
    return found ? sides : mentioned(operand);
  }
  if (operator !== "==" && operator !== "!=") return sides;
  const constant = [first, operand].find(({ kind }) => kind === "const");
  if (constant === undefined) return none;
  const isEqual = (operator === "==") === holds;
  return isEqual === isNull(constant) ? none : sides;
}

function isNull(node: Expression): boolean {
  return node.kind === "const" && node.value === null;
}

/** The variables that an expression is made of. */
function mentioned(node: Expression): Names {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "name") names.add(part.name);
    else partsOf(part).forEach(visit);
  };
  visit(node);
  return names;
}

/** More variables than any prompt has; what a hostile template tells of others is forgotten. */
const maxNames = 1000;

export function union(a: Names, b: Names): Names {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  return a.size + b.size > maxNames ? a : new Set([...a, ...b]);
}

function intersection(a: Names, b: Names): Names {
  return new Set([...a].filter((name) => b.has(name)));
}
