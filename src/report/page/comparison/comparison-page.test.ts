import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { loadPencil } from "../../charts/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";
import { html } from "../../comparison/reporters/html.ts";
import { contentSecurityPolicy } from "../csp.ts";
import { pairDetailId, pairsDataId } from "../data/element-ids.ts";
import { madeComparison } from "../testing/made-comparison.ts";
import { comparisonParts } from "./comparison-parts.tsx";
import type { PairDetail, PairsData } from "./pair-data.ts";
import { readPairLink } from "./pair-link.ts";

const pencil = await loadPencil();
const few = madeComparison({ cases: 60, trials: 2 });

function page(input: ComparisonInput, maxDetails?: number): string {
  return [...comparisonParts(input, pencil, maxDetails)].join("");
}

function parsed(text: string): Document {
  return parseHTML(text).document;
}

function pairsOf(document: Document): PairsData {
  return JSON.parse(document.getElementById(pairsDataId)?.textContent ?? "null");
}

function detailOf(document: Document, index: number): PairDetail {
  return JSON.parse(document.getElementById(pairDetailId(index))?.textContent ?? "null");
}

const document = parsed(page(few));

test("the reporter says so when it was not loaded, and gives the page when it was", async () => {
  const options = { color: false, verbose: false };
  expect(() => html.format(few, options)).toThrow(TypeError);
  expect((await html.load?.())?.format(few, options)).toBe(page(few));
});

test("it is the same page each time, under the policy of all pages, with one script and one style", () => {
  expect(page(few)).toBe(page(few));
  expect(document.querySelector("meta[http-equiv]")?.getAttribute("content")).toBe(
    contentSecurityPolicy,
  );
  expect(document.querySelectorAll("script:not([type='application/json'])")).toHaveLength(1);
  expect(document.querySelectorAll("style")).toHaveLength(1);
  const attributes = [...document.querySelectorAll("*")].flatMap((each) => [...each.attributes]);
  expect(attributes.filter(({ name }) => name === "style" || name.startsWith("on"))).toEqual([]);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("verdict and gate stand first, each metric has both values with its verdict", () => {
  expect(document.querySelector("h1")?.textContent).toBe(
    "B (run-b) against A (run-a) gate undecided",
  );
  const rows = [...document.querySelectorAll(".metrics tbody tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows[0]).toEqual([
    "pass rate",
    "91.5 %",
    "83.1 %",
    "−8.5 points (−19.9 – +1.8)",
    "● undecidedheld against a margin of 5 points: about 450 more cases would decide it",
    "591 missing",
  ]);
  expect(rows[1]?.[4]).toBe("■ not worsethan the margin of ×1.5, though worse for certain");
});

test("flipped cases are named, critical and broken ones come first, and each leads to its transcripts", () => {
  const links = [...document.querySelectorAll(".flip-list.is-broken a")];
  expect(links.map(({ textContent }) => textContent).slice(0, 2)).toEqual([
    "case-0005",
    "case-0013",
  ]);
  expect(links[0]?.getAttribute("href")).toBe("#pair=counts/case-0005");
  const changes = pairsOf(document).pairs.map(({ change }) => change);
  expect(changes.filter((change, index) => change !== changes[index - 1])).toEqual([
    "broken",
    "fixed",
    "undecided",
    "both fail",
    "same",
  ]);
});

test("a case has both sides, whose steps are aligned by their places", () => {
  const { a, b, trials } = detailOf(document, 0);
  const [first] = trials;
  expect(trials.map(({ trial }) => trial)).toEqual([0, 1]);
  expect(first?.divergence).toBe(3);
  const kinds = first?.steps.map((step) => [
    a?.trials[0]?.steps?.[step.a ?? -1]?.type,
    b?.trials[0]?.steps?.[step.b ?? -1]?.type,
    step.difference,
  ]);
  expect(kinds).toEqual([
    ["user", "user", undefined],
    ["reply", "reply", undefined],
    ["call", "call", undefined],
    ["reply", "reply", "text"],
  ]);
});

test("where not all fit, the flipped cases are there and the others say that they are not", () => {
  const whole = document.getElementById(pairDetailId(0))?.textContent?.length ?? 0;
  const cut = parsed(page(few, whole * 3));
  expect(detailOf(cut, 0)).toEqual(detailOf(document, 0));
  expect(detailOf(cut, 59).leftOut).toContain("left out");
  expect(detailOf(cut, 59).trials).toEqual([]);
});

test("of a baseline there are results alone", () => {
  const input = { comparison: few.comparison, b: few.b };
  const alone = parsed(page(input));
  expect(pairsOf(alone).pairs.find((pair) => pair.case === "case-0005")).toMatchObject({
    change: "broken",
    a: { outcome: "pass", trials: [] },
    b: { outcome: "fail", trials: ["fail", "fail"] },
  });
  const { a, b, trials } = detailOf(alone, 0);
  expect([a, b?.trials.length, trials[0]?.steps]).toEqual([undefined, 2, []]);
});

test("times of scripts and replays are in no chart", () => {
  const replayed = { ...few.comparison.b, labels: ["replay"] as const };
  const { comparison } = few;
  const titles = (input: ComparisonInput): string =>
    [...parsed(page(input)).querySelectorAll("figcaption")].map((each) => each.textContent).join();
  expect(titles(few)).toContain("Latency");
  const both = {
    ...comparison,
    a: { ...comparison.a, labels: ["scripted"] as const },
    b: replayed,
  };
  expect(titles({ comparison: both })).not.toContain("Latency");
});

test.each([
  "</script><script>x</script>",
  "--></title></style></noscript><img src=x onerror=x>",
  '" onfocus="x" autofocus="',
  "\u001B[2J\u0000\u202E\u2028",
  "half a character: \uD800",
])("the text %j in every place changes no element", (payload) => {
  const made = { cases: 20, trials: 1 };
  const shape = (text: (what: string) => string): readonly string[] =>
    [...parsed(page(madeComparison({ ...made, text }))).querySelectorAll("*")].map((element) => {
      const names = [...element.attributes].map(({ name }) => name);
      return `${element.tagName} ${names.toSorted().join(" ")}`;
    });
  expect(shape((what) => `${what} ${payload}`)).toEqual(shape((what) => `${what} harmless`));
  const hostile = parsed(page(madeComparison({ ...made, text: (what) => `${what} ${payload}` })));
  const names = pairsOf(hostile).pairs.map(({ suite, case: id }) => ({ suite, case: id }));
  const links = [...hostile.querySelectorAll(".flip-list a")].map((each) =>
    readPairLink(each.getAttribute("href") ?? ""),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(names).toContainEqual(link);
});
