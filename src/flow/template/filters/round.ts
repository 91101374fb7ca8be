import { PyFloat } from "../../../core/python/py-float.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { indexArgument } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { calculate } from "../values/arithmetic.ts";
import { keyOf } from "../values/dict.ts";
import { numberOf } from "../values/equals.ts";
import { type Int, isIndex, isNumeric, isSequence, isText, plain } from "../values/kinds.ts";
import { scaleByTen, toDouble, truncate } from "../values/numbers.ts";
import { roundFloat, roundInt } from "../values/round.ts";
import { typeNameOf } from "../values/type-name.ts";
import { failUndefined } from "../values/undefined.ts";
import { Undefined, type Value } from "../values/value.ts";

/** `number|round(places)`. */
export const round: Filter = {
  id: "round",
  docs: {
    summary: "rounds a number to so many places, to even on a tie, or always up or down",
    examples: [
      {
        template: "{{ 42.55|round }} {{ 42.55|round(1, 'floor') }} {{ 42.51|round(1, 'ceil') }}",
        output: "43.0 42.5 42.6",
      },
      { template: "{{ 2.5|round }} {{ 15|round(-1) }} {{ 7|round(1) }}", output: "2.0 20 7" },
      { template: "{{ 1|round(0, 'x') }}", error: "FilterArgumentError" },
      { template: "{{ 'a'|round }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "precision", default: 0 },
    { name: "method", default: "common" },
  ],
  apply(call) {
    const method = call.argument("method");
    keyOf(method);
    const name = isText(method) ? plain(method) : "";
    if (name === "common") return roundCommon(call);
    if (name === "ceil" || name === "floor") return roundTo(name, call);
    return raise("FilterArgumentError", "method must be common, ceil or floor");
  },
};

function roundCommon({ input, argument }: Call): Value {
  const precision = argument("precision");
  if (!isNumeric(input)) {
    return raise("TypeError", `type ${typeNameOf(input)} doesn't define __round__ method`);
  }
  if (precision === null)
    return input instanceof PyFloat ? roundFloat(input.value) : numberOf(input);
  const places = Number(indexArgument(precision));
  return input instanceof PyFloat
    ? new PyFloat(roundFloat(input.value, places))
    : roundInt(BigInt(numberOf(input)), places);
}

/** Python moves the point, rounds, and moves it back. */
function roundTo(method: "ceil" | "floor", { input, argument, host }: Call): Value {
  if (input instanceof Undefined) failUndefined(input, host.budget);
  const precision = argument("precision");
  if (precision instanceof Undefined) failUndefined(precision, host.budget);
  const power = powerOfTen(precision);
  if (!isNumeric(input)) return refuseToScale(input, power);
  if (isIndex(input) && isIndex(power)) {
    const scaled = BigInt(numberOf(input)) * BigInt(numberOf(power));
    return calculate({ left: scaled, operator: "/", right: power }, host.budget);
  }
  const rounded = truncate(Math[method](toDouble(input) * toDouble(power)));
  return calculate({ left: rounded, operator: "/", right: power }, host.budget);
}

function powerOfTen(precision: Value): Int | PyFloat {
  if (isIndex(precision)) return scaleByTen(precision);
  if (precision instanceof PyFloat) return new PyFloat(10 ** precision.value);
  const names = `'int' and '${typeNameOf(precision)}'`;
  return raise("TypeError", `unsupported operand type(s) for ** or pow(): ${names}`);
}

/** Python multiplies first, which texts and sequences bear by a whole number. */
function refuseToScale(input: Value, power: Value): never {
  const name = typeNameOf(input);
  if (!isText(input) && !isSequence(input)) {
    const names = `'${name}' and '${typeNameOf(power)}'`;
    return raise("TypeError", `unsupported operand type(s) for *: ${names}`);
  }
  if (isIndex(power)) return raise("TypeError", `must be real number, not ${name}`);
  return raise("TypeError", "can't multiply sequence by non-int of type 'float'");
}
