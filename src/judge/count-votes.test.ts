import { expect, test } from "vitest";
import { countVotes } from "./count-votes.ts";
import type { Opinion } from "./jury.ts";

test.each<[readonly Opinion[], asked: number, Opinion]>([
  [["met"], 1, "met"],
  [["cannot_tell"], 1, "cannot_tell"],
  [[], 1, "cannot_tell"],
  [["met", "met", "not_met"], 3, "met"],
  [["not_met", "met", "not_met"], 3, "not_met"],
  [["met", "met", "cannot_tell"], 3, "met"],
  [["met", "not_met", "cannot_tell"], 3, "cannot_tell"],
  [["met", "cannot_tell", "cannot_tell"], 3, "cannot_tell"],
  // Missing answers count for nobody: two of three are more than half, one is not.
  [["met", "met"], 3, "met"],
  [["met"], 3, "cannot_tell"],
  [["met", "not_met"], 2, "cannot_tell"],
  [["met", "met", "not_met", "not_met"], 4, "cannot_tell"],
  [[3], 1, 3],
  [[1, 4, 4], 3, 4],
  [[4, 2, 3], 3, 3],
  [[4, 3], 2, 3],
  [[4, 1], 3, 1],
  [[4, "cannot_tell", "cannot_tell"], 3, "cannot_tell"],
  [[4, 3, "cannot_tell"], 3, 3],
])("%j of %i asked come to %s", (opinions, asked, opinion) => {
  expect(countVotes(opinions, asked)).toBe(opinion);
  expect(countVotes(opinions.toReversed(), asked)).toBe(opinion);
});
