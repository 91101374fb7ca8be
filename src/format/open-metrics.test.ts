import { expect, test } from "vitest";
import { openMetricsText } from "./open-metrics.ts";

test("a family with its unit, its help and its samples, and the end", () => {
  const text = openMetricsText([
    {
      name: "x_run",
      type: "info",
      help: "What it was.",
      samples: [{ labels: { kind: "scripted" }, value: 1 }],
    },
    {
      name: "x_cost_usd",
      type: "gauge",
      unit: "usd",
      help: 'Of "all" \\ of it.',
      samples: [
        { labels: {}, value: 0.5 },
        { labels: { suite: 'a"b\\c\nd\r\u001B[31m', target: "t" }, value: 1e-7 },
      ],
    },
    { name: "x_none", type: "gauge", help: "Nobody knows.", samples: [] },
  ]);
  expect(text).toBe(`# TYPE x_run info
# HELP x_run What it was.
x_run_info{kind="scripted"} 1
# TYPE x_cost_usd gauge
# UNIT x_cost_usd usd
# HELP x_cost_usd Of \\"all\\" \\\\ of it.
x_cost_usd 0.5
x_cost_usd{suite="a\\"b\\\\c d",target="t"} 1e-7
# EOF
`);
});
