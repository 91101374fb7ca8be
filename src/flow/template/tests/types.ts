import { PyFloat } from "../../../core/python/py-float.ts";
import type { Call, Test } from "../callable/callable.ts";
import { isCallable } from "../values/attributes.ts";
import { findCursor } from "../values/cursor.ts";
import { isDict, isInt, isNumeric, isSequence, isText } from "../values/kinds.ts";
import { Undefined, type Value } from "../values/value.ts";

function typeTest(id: string, docs: Test["docs"], holds: (value: Value) => boolean): Test {
  return { id, docs, parameters: [], check: ({ input }) => holds(input) };
}

/** `is defined`. */
export const defined: Test = typeTest(
  "defined",
  {
    summary: "holds for a value that is there, also for none",
    examples: [
      { template: "{{ a is defined }} {{ none is defined }}", output: "False True" },
      { template: "{{ a.b is defined }}", error: "UndefinedError" },
    ],
  },
  (value) => !(value instanceof Undefined),
);

/** `is undefined`. */
export const undefinedTest: Test = typeTest(
  "undefined",
  {
    summary: "holds for a value that is not there",
    examples: [{ template: "{{ a is undefined }} {{ none is undefined }}", output: "True False" }],
  },
  (value) => value instanceof Undefined,
);

/** `is none`. */
export const none: Test = typeTest(
  "none",
  {
    summary: "holds for none",
    examples: [
      {
        template: "{{ none is none }} {{ '' is none }} {{ a is none }}",
        output: "True False False",
      },
    ],
  },
  (value) => value === null,
);

/** `is boolean`. */
export const boolean: Test = typeTest(
  "boolean",
  {
    summary: "holds for true and false",
    examples: [{ template: "{{ true is boolean }} {{ 1 is boolean }}", output: "True False" }],
  },
  (value) => typeof value === "boolean",
);

/** `is true`. */
export const trueTest: Test = typeTest(
  "true",
  {
    summary: "holds for true itself",
    examples: [{ template: "{{ true is true }} {{ 1 is true }}", output: "True False" }],
  },
  (value) => value === true,
);

/** `is false`. */
export const falseTest: Test = typeTest(
  "false",
  {
    summary: "holds for false itself",
    examples: [{ template: "{{ false is false }} {{ 0 is false }}", output: "True False" }],
  },
  (value) => value === false,
);

/** `is integer`. */
export const integer: Test = typeTest(
  "integer",
  {
    summary: "holds for a whole number that is no float",
    examples: [
      {
        template: "{{ 1 is integer }} {{ 1.0 is integer }} {{ true is integer }}",
        output: "True False False",
      },
    ],
  },
  isInt,
);

/** `is float`. */
export const float: Test = typeTest(
  "float",
  {
    summary: "holds for a float",
    examples: [{ template: "{{ 1.0 is float }} {{ 1 is float }}", output: "True False" }],
  },
  (value) => value instanceof PyFloat,
);

/** `is number`. */
export const number: Test = typeTest(
  "number",
  {
    summary: "holds for numbers, and for true and false",
    examples: [
      {
        template: "{{ 1.5 is number }} {{ true is number }} {{ '1' is number }}",
        output: "True True False",
      },
    ],
  },
  isNumeric,
);

/** `is string`. */
export const string: Test = typeTest(
  "string",
  {
    summary: "holds for a string",
    examples: [
      {
        template: "{{ 'a' is string }} {{ 'a'|safe is string }} {{ 1 is string }}",
        output: "True True False",
      },
    ],
  },
  isText,
);

/** `is mapping`. */
export const mapping: Test = typeTest(
  "mapping",
  {
    summary: "holds for a dict",
    examples: [{ template: "{{ {} is mapping }} {{ [] is mapping }}", output: "True False" }],
  },
  isDict,
);

/** `is sequence`. */
export const sequence: Test = typeTest(
  "sequence",
  {
    summary: "holds for what has a length and items: strings, lists, tuples and dicts",
    examples: [
      {
        template: "{{ 'a' is sequence }} {{ {} is sequence }} {{ 1 is sequence }}",
        output: "True True False",
      },
      { template: "{{ [1]|map('abs') is sequence }}", output: "False" },
    ],
  },
  (value) => isText(value) || isSequence(value) || isDict(value) || value instanceof Undefined,
);

/** `is callable`. */
export const callable: Test = typeTest(
  "callable",
  {
    summary: "holds for what Python could call, although a prompt cannot",
    examples: [{ template: "{{ range is callable }} {{ 'a' is callable }}", output: "True False" }],
  },
  isCallable,
);

/** `is iterable`. */
export const iterable: Test = {
  id: "iterable",
  docs: {
    summary: "holds for what a for loop can go through",
    examples: [
      {
        template: "{{ 'a' is iterable }} {{ a is iterable }} {{ 1 is iterable }}",
        output: "True True False",
      },
    ],
  },
  parameters: [],
  check: ({ input, host }: Call) => findCursor(input, host.budget) !== undefined,
};
