export { globalId, numberOf } from "./global-id.ts";
export { absentField, type InstanceSchema, instanceSchema } from "./instance-schema.ts";
export { isOlder, parseRelease, type Release } from "./release.ts";
