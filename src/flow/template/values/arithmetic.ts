import { PyFloat } from "../../../core/python/py-float.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { concatenate } from "./concatenate.ts";
import { numberOf } from "./equals.ts";
import { toInt } from "./int-text.ts";
import { isIndex, isNumeric, isText, type Numeric } from "./kinds.ts";
import { divideInts, floorDivide, floorModulo, type Operands, operandsOf } from "./numbers.ts";
import { formatPercent } from "./percent-format.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Undefined, type Value } from "./value.ts";

/** The operators of arithmetic that a prompt may use; the service refuses `*` and `**`. */
export type ArithmeticOperator = "+" | "-" | "/" | "//" | "%";

/** An operator between two values. */
export interface Operation {
  readonly left: Value;
  readonly operator: ArithmeticOperator;
  readonly right: Value;
}

/** Python's `left operator right`. */
export function calculate(operation: Operation, budget: Budget): Value {
  const { left, operator, right } = operation;
  if (operator === "%" && isText(left)) return formatPercent(left, right, budget);
  if (left instanceof Undefined) failUndefined(left, budget);
  if (right instanceof Undefined) failUndefined(right, budget);
  if (isNumeric(left) && isNumeric(right)) return calculateNumbers(left, operator, right);
  const joined = operator === "+" ? concatenate(left, right, budget) : undefined;
  return joined ?? unsupported(operation);
}

function unsupported({ left, operator, right }: Operation): never {
  const names = `'${typeNameOf(left)}' and '${typeNameOf(right)}'`;
  raise("TypeError", `unsupported operand type(s) for ${operator}: ${names}`);
}

function calculateNumbers(left: Numeric, operator: ArithmeticOperator, right: Numeric): Value {
  if ((operator === "+" || operator === "-") && isIndex(left) && isIndex(right)) {
    const [a, b] = [numberOf(left), numberOf(right)];
    if (typeof a === "number" && typeof b === "number") {
      const quick = operator === "+" ? a + b : a - b;
      if (Number.isSafeInteger(quick)) return quick;
    }
  }
  const operands = operandsOf(left, right);
  // oxlint-disable-next-line eqeqeq -- a zero of either kind
  if (operands.right == 0 && operator !== "+" && operator !== "-") {
    raise("ZeroDivisionError", divisionByZero(operator, operands.kind));
  }
  return operands.kind === "int"
    ? intOperations[operator](operands.left, operands.right)
    : new PyFloat(floatOperations[operator](operands.left, operands.right));
}

function divisionByZero(operator: ArithmeticOperator, kind: Operands["kind"]): string {
  if (operator === "/") return kind === "int" ? "division by zero" : "float division by zero";
  if (operator === "//") {
    return kind === "int" ? "integer division or modulo by zero" : "float floor division by zero";
  }
  return kind === "int" ? "integer modulo by zero" : "float modulo";
}

const intOperations: Readonly<Record<ArithmeticOperator, (a: bigint, b: bigint) => Value>> = {
  "+": (a, b) => toInt(a + b),
  "-": (a, b) => toInt(a - b),
  "/": (a, b) => new PyFloat(divideInts(a, b)),
  "//": (a, b) => toInt(floorDivide(a, b)),
  "%": (a, b) => toInt(floorModulo(a, b)),
};

const floatOperations: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "/": (a, b) => a / b,
  "//": (a, b) => divideAndFloor(a, b).quotient,
  "%": (a, b) => divideAndFloor(a, b).remainder,
};

/** Python's `divmod` of floats: a remainder with the divisor's sign, zeros with their signs. */
function divideAndFloor(left: number, right: number): { quotient: number; remainder: number } {
  let remainder = left % right;
  let quotient = (left - remainder) / right;
  if (remainder === 0) {
    remainder = zeroLike(right);
  } else if (right < 0 !== remainder < 0) {
    remainder += right;
    quotient -= 1;
  }
  if (quotient === 0) return { quotient: zeroLike(left / right), remainder };
  const floored = Math.floor(quotient);
  return { quotient: quotient - floored > 0.5 ? floored + 1 : floored, remainder };
}

function zeroLike(model: number): number {
  return model < 0 || Object.is(model, -0) ? -0 : 0;
}

/** Python's unary minus and plus. */
export function applySign(sign: "+" | "-", value: Value, budget: Budget): Value {
  if (value instanceof Undefined) failUndefined(value, budget);
  if (!isNumeric(value)) {
    raise("TypeError", `bad operand type for unary ${sign}: '${typeNameOf(value)}'`);
  }
  if (value instanceof PyFloat) return sign === "+" ? value : new PyFloat(-value.value);
  const int = BigInt(numberOf(value));
  return toInt(sign === "+" ? int : -int);
}
