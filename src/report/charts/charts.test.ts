import { assert, constantFrom, property, string } from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { MetricResult } from "../../compare/index.ts";
import type { Outcome } from "../../record/index.ts";
import { seconds } from "../words.ts";
import {
  type Chart,
  differenceCharts,
  loadPencil,
  passRateChart,
  spreadChart,
  trialGrid,
} from "./index.ts";

const pencil = await loadPencil();
const riskyCharacter = constantFrom(
  "<",
  ">",
  "&",
  '"',
  "'",
  "`",
  "/",
  "!",
  "-",
  "]",
  "a",
  " ",
  "\n",
  "\0",
  "\u202E",
  "\uD800",
  "🚀",
);
const rate = { value: 0.8, low: 0.7, high: 0.9 };
const latency = { id: "l", title: "Latency", text: seconds };

function result(of: Partial<MetricResult> = {}): MetricResult {
  return {
    metric: "pass_rate",
    unit: "share",
    a: 0.8,
    b: 0.9,
    difference: 0.1,
    low: -0.05,
    high: 0.25,
    verdict: "undecided",
    pairs: 60,
    missing: 0,
    ...of,
  };
}

/** Each chart with a label in it. */
const labeled: readonly (readonly [string, (label: string, id?: string) => Chart | undefined])[] = [
  ["pass rates", (label, id = "x") => passRateChart(pencil, [{ label, ...rate }], id)],
  [
    "differences",
    (label, id = "x") => differenceCharts(pencil, [{ label, result: result() }], id)[0],
  ],
  [
    "a distribution",
    (label, id = "x") => spreadChart(pencil, [{ label, values: [1, 2] }], { ...latency, id }),
  ],
  ["trials", (label, id = "x") => trialGrid(pencil, [{ label, trials: ["pass", "fail"] }], id)],
];

function parsed(chart: Chart | undefined): {
  tags: string[];
  attributes: Map<string, string[]>;
  texts: string[];
} {
  const { document } = parseHTML(`<!doctype html><html><body>${chart?.svg ?? ""}</body></html>`);
  const nodes = [...document.querySelectorAll("body, body *")];
  const attributes = new Map<string, string[]>();
  for (const node of nodes) {
    for (const { name, value } of node.attributes) {
      attributes.set(name, [...(attributes.get(name) ?? []), value]);
    }
  }
  return {
    tags: nodes.map(({ tagName }) => tagName.toLowerCase()),
    attributes,
    texts: [...document.querySelectorAll("text, title, desc")].map(
      ({ textContent }) => textContent ?? "",
    ),
  };
}

describe.each(labeled)("a chart of %s", (_, draw) => {
  test("is a picture with its facts in words, without style and without width", () => {
    const { svg = "", title = "" } = draw("shop", "k7") ?? {};
    const [open = ""] = svg.split(">");
    expect(open).toMatch(/^<svg .*role="img".*viewBox="0 0 340 /u);
    expect(open).not.toMatch(/ (?:width|height|style|font-family)=/u);
    const [, named] = / aria-labelledby="([^"]+)-title"/u.exec(open) ?? [];
    expect(named).toMatch(/^k7(?:-share)?$/u);
    expect(open).toContain(` aria-describedby="${named}-desc"`);
    expect(svg).toContain(
      `<title id="${named}-title">${title}</title><desc id="${named}-desc">shop: `,
    );
    const { tags, attributes } = parsed({ title, svg, notes: [] });
    expect(tags).not.toContain("style");
    expect([...attributes.keys()]).not.toContain("style");
    expect(attributes.get("id")).toEqual([`${named}-title`, `${named}-desc`]);
    expect(attributes.get("aria-label")).toBeUndefined();
  });

  test("is the same each time", () => {
    expect(draw("shop")).toEqual(draw("shop"));
    expect(draw("shop")).not.toEqual(draw("other"));
  });

  test.each([
    "</title><script>x</script>",
    "</desc></svg><img src=x onerror=alert(1)>",
    '" onload="x',
    "&lt;b&gt;",
    "\u202Etxt\u0000",
  ])("shows the label %j and does not obey it", (label) => {
    const plain = parsed(draw("shop"));
    const hostile = parsed(draw(label));
    expect(hostile.tags).toEqual(plain.tags);
    expect([...hostile.attributes.keys()].toSorted()).toEqual(
      [...plain.attributes.keys()].toSorted(),
    );
  });

  test("whatever the label, the elements are the same", () => {
    const { tags } = parsed(draw("shop"));
    assert(
      property(string({ unit: riskyCharacter, maxLength: 60 }), (label) => {
        expect(parsed(draw(`x${label}`)).tags).toEqual(tags);
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  test("cuts what is too long, with an ellipsis", () => {
    const texts = parsed(draw("w".repeat(1_000_000))).texts;
    expect(texts.some((text) => /^w{3,30}…w{2,30}$/u.test(text))).toBe(true);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(400);
  });
});

test("of nothing there is no chart", () => {
  expect(passRateChart(pencil, [], "x")).toBeUndefined();
  expect(differenceCharts(pencil, [], "x")).toEqual([]);
  expect(
    differenceCharts(pencil, [{ label: "a", result: result({ difference: null }) }], "x"),
  ).toEqual([]);
  expect(spreadChart(pencil, [{ label: "a", values: [] }], latency)).toBeUndefined();
  expect(trialGrid(pencil, [], "x")).toBeUndefined();
  expect(trialGrid(pencil, [{ label: "a", trials: ["fail"] }], "x")).toBeUndefined();
});

test("a rate stands at its place: none at the left end, all at the right", () => {
  const circles = (value: number): string[] =>
    [
      ...(passRateChart(pencil, [{ label: "a", value, low: 0, high: 1 }], "x")?.svg ?? "").matchAll(
        /<circle[^>]* cx="([^"]+)"/gu,
      ),
    ].map(([, x = ""]) => x);
  expect([circles(0), circles(0.5), circles(1)]).toEqual([["18"], ["170"], ["322"]]);
});

test("more rows than can be read are said, not drawn", () => {
  const rows = Array.from({ length: 43 }, (_, index) => ({ label: `s${index}`, ...rate }));
  const chart = passRateChart(pencil, rows, "x");
  expect(chart?.notes).toEqual(["3 more are not drawn"]);
  expect(chart?.svg).toContain("s39");
  expect(chart?.svg).not.toContain("s40");
});

describe("differences", () => {
  test("what has another scale is another chart", () => {
    const rows = [
      result({ margin: 0.05, verdict: "not_worse" }),
      result({
        metric: "score.x",
        unit: "grade",
        difference: -0.3,
        low: -0.5,
        high: -0.1,
        verdict: "worse",
      }),
      result({
        metric: "latency",
        unit: "ms",
        difference: 900,
        ratio: 2,
        low: 1.5,
        high: 2.5,
        margin: 1.2,
        verdict: "worse",
      }),
      result({ metric: "tool_calls", unit: "calls", difference: 0, low: null, high: null }),
      result({ metric: "cost", unit: "usd", difference: null, verdict: "not_comparable" }),
    ].map((each) => ({ label: each.metric, result: each }));
    const charts = differenceCharts(pencil, rows, "d");
    const words = charts.map(({ svg }) => /<desc[^>]*>(.*?)<\/desc>/u.exec(svg)?.[1]);
    expect(words).toEqual([
      "pass_rate: +10.0 points (−5.0 … +25.0), not worse than the margin, margin −5.0 points",
      "score.x: −0.30 (−0.50 … −0.10), worse",
      "latency: ×2.00 (×1.50 … ×2.50), worse, margin ×1.20",
      "tool_calls: 0.00 (no interval), undecided",
    ]);
    expect(new Set(charts.map(({ svg }) => /id="([^"]+)"/u.exec(svg)?.[1])).size).toBe(4);
  });

  test.each<[string, Partial<MetricResult>]>([
    ["a ratio of a million", { ratio: 1e6, low: 1e5, high: 1e7 }],
    ["a ratio of almost nothing", { ratio: 1e-9, low: 1e-12, high: 1e-7 }],
    ["no difference at all", { difference: 0, low: 0, high: 0 }],
    ["no interval", { difference: 0, low: null, high: null }],
  ])("%s stays on the picture", (_, change) => {
    const { svg = "" } =
      differenceCharts(pencil, [{ label: "a", result: result(change) }], "d")[0] ?? {};
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
    for (const [, x] of svg.matchAll(/ (?:x1|x2|cx)="([^"]+)"/gu)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(340);
    }
  });

  test("a verdict is a shape and not only a color", () => {
    const shapes = (["better", "not_worse", "undecided", "worse"] as const).map((verdict) => {
      const { svg = "" } =
        differenceCharts(pencil, [{ label: "a", result: result({ verdict }) }], "d")[0] ?? {};
      return /<path d="M[^"]*Z?"[^>]*transform="translate\([^"]*,30\)"|<circle/u
        .exec(svg)?.[0]
        .replace(/transform.*/u, "");
    });
    expect(new Set(shapes).size).toBe(4);
    expect(shapes).not.toContain(undefined);
  });
});

describe("distributions", () => {
  const described = (values: readonly number[]): string | undefined => {
    const chart = spreadChart(pencil, [{ label: "a", values }], latency);
    return /<desc[^>]*>(.*?)<\/desc>/u.exec(chart?.svg ?? "")?.[1];
  };
  const steps = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, index) => (index + 1) * 100);

  test("a p95 is said from 59 cases on, below the largest", () => {
    expect(described([1200])).toBe("a: 1.2 s, n = 1");
    expect(described(steps(5))).toBe("a: median 300 ms, max 500 ms, n = 5");
    expect(described(steps(58))).toContain("max 5.8 s, n = 58");
    expect(described(steps(59))).toContain("p95 5.6 s, n = 59");
    expect(described(steps(10))).toContain("95 % interval of the median 200 ms – 900 ms");
  });

  test("of few cases every one is a point, of many bars say how many", () => {
    const drawn = (values: readonly number[], element: string): number =>
      (spreadChart(pencil, [{ label: "a", values }], latency)?.svg ?? "").split(`<${element} `)
        .length - 1;
    expect(drawn(steps(80), "circle")).toBe(80);
    expect(drawn(steps(81), "circle")).toBe(0);
    expect(drawn(steps(81), "rect")).toBe(40);
    const same = Array.from({ length: 80 }, () => 500);
    expect(drawn(same, "circle")).toBe(80);
  });

  test("equal values stay within their row, and zeros are drawn", () => {
    const same = Array.from({ length: 80 }, () => 500);
    const ys = [
      ...(spreadChart(pencil, [{ label: "a", values: same }], latency)?.svg ?? "").matchAll(
        / cy="([^"]+)"/gu,
      ),
    ].map(([, y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThan(17);
    expect(spreadChart(pencil, [{ label: "a", values: [0, 0] }], latency)?.svg).not.toMatch(
      /NaN|Infinity/u,
    );
  });
});

describe("the grid of trials", () => {
  const all: readonly Outcome[] = [
    "pass",
    "fail",
    "agent_error",
    "judge_error",
    "infra_error",
    "suite_error",
  ];

  test("each outcome has a shape of its own, with its name in the legend", () => {
    const { svg = "" } = trialGrid(pencil, [{ label: "a", trials: all }], "g") ?? {};
    const shapes = [...svg.matchAll(/<(?:path d="([^"]+)"|circle)/gu)].map(
      ([, d]) => d ?? "circle",
    );
    expect(new Set(shapes).size).toBe(6);
    expect(shapes).toHaveLength(12);
    for (const name of [
      "pass",
      "fail",
      "agent error",
      "judge error",
      "infra error",
      "suite error",
    ]) {
      expect(parsed({ title: "", notes: [], svg }).texts).toContain(name);
    }
    expect(svg).toContain(
      "a: 1 of 6 passed (pass, fail, agent error, judge error, infra error, suite error)",
    );
  });

  test("what did not pass comes first, and the rest is counted", () => {
    const good = Array.from({ length: 65 }, (_, index) => ({
      label: `good-${index}`,
      trials: ["pass", "pass"] as const,
    }));
    const long = Array.from({ length: 31 }, () => "fail" as const);
    const chart = trialGrid(pencil, [...good, { label: "bad", trials: long }], "g");
    expect(/<desc[^>]*>([a-z-]+)/u.exec(chart?.svg ?? "")?.[1]).toBe("bad");
    expect(chart?.notes).toEqual([
      "6 more cases not drawn: those that did not pass in every trial come first",
      "of 1 case only the first 30 trials are drawn",
    ]);
  });
});
