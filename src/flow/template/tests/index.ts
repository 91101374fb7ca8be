export { eq, ge, gt, inTest, le, lt, ne } from "./comparisons.ts";
export { divisibleby, even, odd } from "./numbers.ts";
export { escaped, filter, sameas, test } from "./objects.ts";
export { lower, upper } from "./text.ts";
export {
  boolean,
  callable,
  defined,
  falseTest,
  float,
  integer,
  iterable,
  mapping,
  none,
  number,
  sequence,
  string,
  trueTest,
  undefinedTest,
} from "./types.ts";
