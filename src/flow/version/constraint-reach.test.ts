import { expect, test } from "vitest";
import { constraintReach } from "./constraint-reach.ts";

test.each([
  ["1.0.0", "exact"],
  ["=1.0", "exact"],
  ["2.0.0-dev", "exact"],
  ["^1.0.0", "bounded"],
  ["~1", "bounded"],
  ["1.*", "bounded"],
  [">=1,<2", "bounded"],
  ["^1 || ^3", "bounded"],
  [">=3,<2", "bounded"],
  [">=1.0.0", "open"],
  ["<2", "open"],
  ["*", "open"],
  ["!=1.0.0", "open"],
  ["^1 || >=3", "bounded"],
  ["latest", "none"],
  ["", "none"],
  ["1.x", "none"],
])("%s reaches: %s", (text, reach) => {
  expect(constraintReach(text)).toBe(reach);
});
