import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { seededRandom } from "../../../platform/index.ts";
import { signFlipTest } from "./sign-flip-test.ts";

const random = seededRandom(1);

test.each(values.signFlip)("$name", ({ d, p_two }) => {
  expect(signFlipTest(d, { random })).toMatchObject({ twoSided: p_two, exact: true });
});

test("sums that differ by rounding alone are the same", () => {
  const differences = [0.2, 0, 0.1, -0.1, 0.3, 0, 0.4, 0.2, -0.2, 0.1, 0.5, 0];
  expect(signFlipTest(differences, { random })).toEqual({
    twoSided: 0.08203125,
    exact: true,
    nonZero: 9,
  });
});

test("drawn flips come near the exact share, the same for the same seed", () => {
  const maize = values.signFlip[0]!.d;
  // Six differences that hardly count make it too many to try all.
  const many = [...maize, ...Array.from({ length: 6 }, () => 1e-6)];
  const drawn = signFlipTest(many, { random: seededRandom(7) });
  expect(drawn.exact).toBe(false);
  expect(Math.abs(drawn.twoSided - 0.05267)).toBeLessThan(0.007);
  expect(signFlipTest(many, { random: seededRandom(7) })).toEqual(drawn);
});

test("20 differences are tried, 21 drawn; the smallest drawn p is not 0", () => {
  const ones = (length: number) => Array.from({ length }, () => 1);
  expect(signFlipTest(ones(20), { random })).toMatchObject({ exact: true, twoSided: 2 / 2 ** 20 });
  expect(signFlipTest([...ones(20), 0, 0], { random }).exact).toBe(true);
  const drawn = signFlipTest(ones(40), { random, flips: 99 });
  expect(drawn).toMatchObject({ exact: false, twoSided: 0.01 });
});

test("order, direction and scale do not matter", () => {
  const differences = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 10 });
  fc.assert(
    fc.property(differences, (own) => {
      const { twoSided } = signFlipTest(own, { random });
      expect(signFlipTest(own.toReversed(), { random }).twoSided).toBe(twoSided);
      const scaled = own.map((value) => value * -0.1);
      expect(signFlipTest(scaled, { random }).twoSided).toBe(twoSided);
      expect(twoSided).toBeGreaterThan(0);
      expect(twoSided).toBeLessThanOrEqual(1);
    }),
    { seed: 1 },
  );
});

test("nothing that differs shows nothing", () => {
  expect(signFlipTest([], { random }).twoSided).toBe(1);
  expect(signFlipTest([0, 0], { random })).toEqual({ twoSided: 1, exact: true, nonZero: 0 });
  expect(() => signFlipTest([Number.NaN], { random })).toThrow(RangeError);
  expect(() => signFlipTest([1], { random, flips: 0.5 })).toThrow(RangeError);
});
