import type { TokenType } from "../../lexer/token.ts";
import type { CompareNode, CompareOperator, Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseSum } from "./arithmetic.ts";

const operators: Readonly<Partial<Record<TokenType, CompareOperator>>> = {
  eq: "==",
  ne: "!=",
  lt: "<",
  lteq: "<=",
  gt: ">",
  gteq: ">=",
};

/** A chain of comparisons, which reads as in Python: `a < b < c`. */
export function parseCompare(parser: Parser): Expression {
  const { at } = parser.tokens.current;
  const first = parseSum(parser);
  const rest: CompareNode["rest"][number][] = [];
  for (
    let operator = takeOperator(parser);
    operator !== undefined;
    operator = takeOperator(parser)
  ) {
    rest.push({ operator, operand: parseSum(parser) });
  }
  return rest.length === 0 ? first : { kind: "compare", first, rest, at };
}

function takeOperator({ tokens }: Parser): CompareOperator | undefined {
  const operator = operators[tokens.current.type];
  if (operator !== undefined) {
    tokens.next();
    return operator;
  }
  if (tokens.skipIfName("in")) return "in";
  const next = tokens.isName("not") ? tokens.look() : undefined;
  if (next?.type !== "name" || next.text !== "in") return undefined;
  tokens.next();
  tokens.next();
  return "not in";
}
