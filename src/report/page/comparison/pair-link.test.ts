import { assert, constantFrom, integer, property, string } from "fast-check";
import { expect, test } from "vitest";
import { linkToPair, readPairLink } from "./pair-link.ts";

test.each([
  ["", undefined],
  ["#", undefined],
  ["#pair=", undefined],
  ["#pair=suite", undefined],
  ["#case=suite/case", undefined],
  ["#pair=s/c", { suite: "s", case: "c" }],
  ["#pair=s/c&trial=3", { suite: "s", case: "c", trial: 2 }],
  ["#pair=s/c&trial=0", { suite: "s", case: "c" }],
  ["#pair=s/c&trial=x", { suite: "s", case: "c" }],
  ["#pair=s%2/c", { suite: "s%2", case: "c" }],
])("%j names %j", (hash, link) => {
  expect(readPairLink(hash)).toEqual(link);
});

test("an address leads back to what it was made of", () => {
  const names = string({
    unit: constantFrom("/", "&", "=", "%", "#", "+", " ", "a", "ä", "🚀"),
    minLength: 1,
  });
  assert(
    property(names, names, integer({ min: 0, max: 9999 }), (suite, id, trial) => {
      const link = { suite, case: id, trial };
      expect(readPairLink(linkToPair(link))).toEqual(link);
    }),
    { numRuns: 50, seed: 3 },
  );
});
