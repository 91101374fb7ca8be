import { expect, test } from "vitest";
import { firstSlotShare } from "./first-slot-share.ts";
import { orderConsistency } from "./order-consistency.ts";
import { type Preference, reconcileOrders } from "./reconcile-orders.ts";

test.each<[Preference, Preference, Preference, boolean]>([
  ["a", "a", "a", false],
  ["b", "b", "b", false],
  ["tie", "tie", "tie", false],
  ["a", "b", "tie", true],
  ["b", "a", "tie", true],
  ["a", "tie", "tie", true],
  ["tie", "b", "tie", true],
])("%s and then %s is %s", (aFirst, bFirst, preference, inconsistent) => {
  expect(reconcileOrders(aFirst, bFirst)).toEqual({ preference, inconsistent });
});

test("consistency between the orders", () => {
  const { agreement, kappa, reliable } = orderConsistency([
    [18, 4, 2],
    [3, 7, 1],
    [2, 1, 2],
  ])!;
  expect(agreement).toBeCloseTo(0.675, 12);
  expect(kappa).toBeCloseTo(0.416386, 6);
  expect(reliable).toBe(false);
});

test("from 70 % on it is reliable", () => {
  expect(
    orderConsistency([
      [7, 3],
      [0, 0],
    ])?.reliable,
  ).toBe(true);
  expect(
    orderConsistency([
      [69, 31],
      [0, 0],
    ])?.reliable,
  ).toBe(false);
  expect(
    orderConsistency([
      [0, 0],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(() => orderConsistency([[1, 2]])).toThrow(RangeError);
});

test("how often the first slot wins", () => {
  const { share, interval, p } = firstSlotShare(23, 30)!;
  expect(share).toBeCloseTo(23 / 30, 12);
  expect(interval.low).toBeCloseTo(0.590717, 6);
  expect(interval.high).toBeCloseTo(0.882076, 6);
  expect(p).toBeCloseTo(0.005223, 6);
  expect(firstSlotShare(7, 30)?.p).toBeCloseTo(p, 12);
  expect(firstSlotShare(0, 0)).toBeUndefined();
  expect(() => firstSlotShare(2, 1)).toThrow(RangeError);
});
