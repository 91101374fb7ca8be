import type { TokenType } from "../../lexer/token.ts";
import type { ArithmeticOperator } from "../../values/arithmetic.ts";
import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseUnary } from "./unary.ts";

/** `a + b - c`. */
export function parseSum(parser: Parser): Expression {
  return parseChain(parser, sums, parseConcat);
}

/** `~`, which stands between sums and products. */
function parseConcat(parser: Parser): Expression {
  const { at } = parser.tokens.current;
  const first = parseProduct(parser);
  const operands = [first];
  while (parser.tokens.skipIf("tilde")) operands.push(parseProduct(parser));
  return operands.length === 1 ? first : { kind: "concat", operands, at };
}

function parseProduct(parser: Parser): Expression {
  return parseChain(parser, products, parsePower);
}

function parsePower(parser: Parser): Expression {
  return parseChain(parser, powers, parseUnary);
}

type Operators = Readonly<Partial<Record<TokenType, ArithmeticOperator | "*">>>;

const sums: Operators = { add: "+", sub: "-" };
const products: Operators = { mul: "*", div: "/", floordiv: "//", mod: "%" };
const powers: Operators = { pow: "*" };

/** Operators of one level, from left to right. */
function parseChain(
  parser: Parser,
  operators: Operators,
  parseOperand: (parser: Parser) => Expression,
): Expression {
  let left = parseOperand(parser);
  for (;;) {
    const operator = operators[parser.tokens.current.type];
    if (operator === undefined) return left;
    const { at } = parser.tokens.next();
    const right = parseOperand(parser);
    left =
      operator === "*"
        ? { kind: "multiplication", left, right, at }
        : { kind: "arithmetic", operator, left, right, at };
  }
}
