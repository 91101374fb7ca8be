import { expect, test } from "vitest";
import { rateForecast } from "./rate-forecast.ts";
import { parseRate } from "./rate.ts";

test.each([
  [240, "160/8h", ["takes at least 8 h"]],
  [160, "160/8h", []],
  [161, "160/8h", ["takes at least 8 h"]],
  [321, "160/8h", ["takes at least 16 h"]],
  [1000, "160/8h", ["takes at least 2 d"]],
  [51, "50/min", ["takes at least 1 min"]],
  [6000, "50/min", ["takes at least 1 h 59 min"]],
  [5, "2/20s", ["takes at least 40 s"]],
  [5000, "100 tokens/min", []],
])("%i requests at %s", (requests, rate, expected) => {
  const said = rateForecast([{ model: "claude-x", requests, rates: [parseRate(rate)] }]);
  expect(said).toEqual(
    expected.map(
      (time) => `needs at least ${requests} requests of claude-x; the limit is ${rate}: ${time}`,
    ),
  );
});
