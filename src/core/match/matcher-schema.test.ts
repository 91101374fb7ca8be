import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { JsonValue } from "../json.ts";
import { operators } from "./compile-matcher.ts";
import { matcherSchema } from "./matcher-schema.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile({
  $defs: { matcher: matcherSchema },
  $ref: "#/$defs/matcher",
});

test.each(operators.all().flatMap(({ docs }) => docs.examples.map(({ matcher }) => ({ matcher }))))(
  "editors accept $matcher",
  ({ matcher }) => {
    expect(validate(matcher)).toBe(true);
  },
);

test.each<JsonValue>([1, "a", null, [], {}, { a: { b: [{ $gt: 1, $lt: 2 }] } }, { "": 1 }])(
  "editors accept %j",
  (matcher) => {
    expect(validate(matcher)).toBe(true);
  },
);

test.each<JsonValue>([
  { $contain: "a" },
  { $contains: "a", b: 1 },
  { a: [{ $in: "b" }] },
  { $type: "text" },
  { $regex: 1 },
  { $not: { $any: [] } },
])("editors refuse %j", (matcher) => {
  expect(validate(matcher)).toBe(false);
});
