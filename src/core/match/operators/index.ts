// One line per operator, sorted. This line is the registration.
export { anyOperator } from "./any.ts";
export { containsOperator } from "./contains.ts";
export { equalsOperator } from "./equals.ts";
export { existsOperator } from "./exists.ts";
export { gtOperator } from "./gt.ts";
export { gteOperator } from "./gte.ts";
export { icontainsOperator } from "./icontains.ts";
export { inOperator } from "./in.ts";
export { ltOperator } from "./lt.ts";
export { lteOperator } from "./lte.ts";
export { notOperator } from "./not.ts";
export { regexOperator } from "./regex.ts";
export { schemaOperator } from "./schema.ts";
export { typeOperator } from "./type.ts";
