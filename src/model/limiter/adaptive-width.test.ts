import { expect, test } from "vitest";
import { AdaptiveWidth } from "./adaptive-width.ts";

test("is halved once in an episode, and never below one", () => {
  const width = new AdaptiveWidth(8);
  width.cut(0);
  width.cut(14_999);
  expect(width.width).toBe(4);
  width.cut(30_000);
  width.cut(60_000);
  width.cut(90_000);
  expect(width.width).toBe(1);
});

test("who asks for time gets it before anything changes", () => {
  const width = new AdaptiveWidth(8);
  width.cut(0, 60_000);
  width.cut(59_999);
  expect(width.width).toBe(4);
});

test("grows by one for a round of successes, up to where it began", () => {
  const width = new AdaptiveWidth(4);
  width.cut(0);
  const widths = Array.from({ length: 10 }, () => {
    width.succeed(20_000, width.width);
    return width.width;
  });
  expect(widths).toEqual([2, 3, 3, 3, 4, 4, 4, 4, 4, 4]);
});

test("grows neither in the cooldown nor where places were free", () => {
  const width = new AdaptiveWidth(4);
  width.cut(0);
  for (let count = 0; count < 20; count += 1) width.succeed(14_999, 2);
  for (let count = 0; count < 20; count += 1) width.succeed(15_000, 1);
  expect(width.width).toBe(2);
});

test("trouble holds growth up and cuts nothing", () => {
  const width = new AdaptiveWidth(4);
  width.cut(0);
  width.succeed(20_000, 2);
  width.rest(20_000);
  for (let count = 0; count < 20; count += 1) width.succeed(30_000, 2);
  expect(width.width).toBe(2);
});
