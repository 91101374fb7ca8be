import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { type MatcherRange, matcherRange } from "./matcher-range.ts";

test.each<[JsonValue, MatcherRange, MatcherRange]>([
  // As arguments, which are a map; as any value.
  [{}, "all", "some"],
  ["text", "none", "some"],
  [[], "none", "some"],
  [null, "none", "some"],
  [{ a: 1 }, "some", "some"],
  [{ $not: {} }, "none", "some"],
  [{ $not: { $not: {} } }, "all", "some"],
  [{ $not: "text" }, "all", "some"],
  [{ $not: { a: 1 } }, "some", "some"],
  [{ $contains: "a" }, "none", "some"],
  [{ $regex: "a" }, "none", "some"],
  [{ $gt: 1 }, "none", "some"],
  [{ $type: "object" }, "all", "some"],
  [{ $type: ["string", "object"] }, "all", "some"],
  [{ $type: "string" }, "none", "some"],
  [{ $exists: true }, "all", "some"],
  [{ $exists: false }, "none", "some"],
  [{ $equals: {} }, "some", "some"],
  [{ $equals: 1 }, "none", "some"],
  [{ $in: [1, {}] }, "some", "some"],
  [{ $in: [1, "a"] }, "none", "some"],
  [{ $schema: {} }, "some", "some"],
  [{ $any: [{ a: 1 }, {}] }, "all", "some"],
  [{ $any: ["a", 1] }, "none", "some"],
  [{ $any: ["a", { a: 1 }] }, "some", "some"],
  [{ $any: [{ $exists: true }, { $exists: false }] }, "all", "all"],
  [{ $any: [{ $exists: true, $type: "string" }, { $exists: false }] }, "none", "some"],
  [{ $type: "object", $exists: true }, "all", "some"],
  [{ $type: "object", $regex: "a" }, "none", "some"],
  [{ a: { $gt: 5, $lt: 3 } }, "none", "none"],
  [{ a: { $gt: 3, $lte: 3 } }, "none", "none"],
  [{ a: { $gte: 3, $lte: 3 } }, "some", "some"],
  [{ a: { $gt: 3, $lt: 5 } }, "some", "some"],
  [{ a: { $gt: 3 } }, "some", "some"],
  [{ a: { $exists: false, $type: "string" } }, "none", "none"],
  [{ a: { $exists: false, $not: "x" } }, "some", "some"],
  [{ a: { $any: [{ $exists: true }, { $exists: false }] } }, "all", "some"],
  [{ a: { $not: { $any: [{ $exists: true }, { $exists: false }] } } }, "none", "none"],
])("%j: of maps %s, of values %s", (spec, ofMaps, ofValues) => {
  expect(matcherRange(spec, "map")).toBe(ofMaps);
  expect(matcherRange(spec, "any")).toBe(ofValues);
});
