import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

// Python 3.11, statistics.NormalDist().inv_cdf
test.each([
  [1e-300, -37.0470962993612],
  [1e-12, -7.034483825301132],
  [1e-5, -4.2648907939228256],
  [0.01, -2.3263478740408408],
  [0.025, -1.9599639845400538],
  [0.05, -1.6448536269514726],
  [0.074, -1.4466320671589785],
  [0.076, -1.4325027208258114],
  [0.2, -0.8416212335729142],
  [0.5, 0.0],
  [0.8, 0.8416212335729144],
  [0.9, 1.2815515655446008],
  [0.95, 1.6448536269514715],
  [0.975, 1.9599639845400536],
  [0.995, 2.5758293035489],
  [0.9995, 3.2905267314919255],
  [0.999999999, 5.997807019601638],
])("below the quantile of %f lies that share", (share, quantile) => {
  expect(normalQuantile(share)).toBeCloseTo(quantile, 9);
});

// The usual constants, as tables print them.
test.each([
  [0.975, 1.959963984540054],
  [0.95, 1.6448536269514722],
  [0.8, 0.8416212335729143],
])("the quantile of %f is exact", (share, quantile) => {
  expect(normalQuantile(share)).toBeCloseTo(quantile, 14);
  expect(normalQuantile(1 - share)).toBeCloseTo(-quantile, 14);
});

test.each([0, 1, -1, 2, Number.NaN])("%f is no share", (share) => {
  expect(() => normalQuantile(share)).toThrow(RangeError);
});
