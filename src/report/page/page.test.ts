import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { readRun } from "../../record/index.ts";
import { loadPencil } from "../charts/index.ts";
import type { RunInput } from "../report-input.ts";
import { detailId } from "./data/element-ids.ts";
import type { CaseDetail } from "./data/page-data.ts";
import { pageParts } from "./page-parts.tsx";
import { madeInput } from "./testing/made-input.ts";

const pencil = await loadPencil();
const few = { run: "20260102-030405-aaaaaa", cases: 60, trials: 2 };

function page(...runs: readonly RunInput[]): string {
  return [...pageParts({ runs }, pencil)].join("");
}

function parsed(html: string): Document {
  return parseHTML(html).document;
}

function detailOf(html: string, run: number, index: number): CaseDetail {
  return JSON.parse(parsed(html).getElementById(detailId(run, index))?.textContent ?? "null");
}

/** Every element with its attributes, without what they say. */
function shapeOf(html: string): readonly string[] {
  return [...parsed(html).querySelectorAll("*")].map((element) => {
    const names = [...element.attributes].map(({ name }) => name);
    return `${element.tagName} ${names.toSorted().join(" ")}`;
  });
}

test("the policy allows the script and the style of the page by their bytes, and nothing else", () => {
  const document = parsed(page(madeInput(few)));
  const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  const bytes = (selector: string): string => {
    const text = document.querySelector(selector)?.textContent ?? "";
    return createHash("sha256").update(text).digest("base64");
  };
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${bytes("style")}'`,
    `script-src 'sha256-${bytes("script:not([type])")}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test("there is one script, one style, and no attribute that holds either", () => {
  const document = parsed(page(madeInput(few)));
  expect(document.querySelectorAll("script:not([type='application/json'])")).toHaveLength(1);
  expect(document.querySelectorAll("style")).toHaveLength(1);
  const attributes = [...document.querySelectorAll("*")].flatMap((each) => [...each.attributes]);
  const forbidden = attributes.filter(({ name }) => name === "style" || name.startsWith("on"));
  expect(forbidden).toEqual([]);
});

const hostile = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><style>*{display:none}</style>",
  '" onfocus="alert(1)" autofocus="',
  "' style='color:red",
  "<!-- <![CDATA[",
  "--></title></style></textarea></noscript></svg>",
  "javascript:alert(1)",
  "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
  "&lt;b&gt; &#60;b&#62;",
  "\u001B[31m\u0000\u0007\r\u009B1A",
  "\u202Edesrever\u2066\u{E0041}\uD800",
  "\u2028\u2029{{constructor.constructor('alert(1)')()}}",
] as const;

test.each(hostile)("%j in every text changes no element of the page", (payload) => {
  const made = { ...few, cases: 25 };
  const text = (what: string): string => `${what} ${payload}`;
  const html = page(madeInput({ ...made, text }));
  expect(shapeOf(html)).toEqual(shapeOf(page(madeInput({ ...made, text: (what) => `${what} x` }))));
  // What a parser drops or a reader cannot see is shown.
  expect(html).not.toMatch(/[^\P{Cc}\n\t]|[\u2028-\u202E\u2066\u{E0041}]|\p{Cs}/u);
});

test("no text at all changes an element of the page", () => {
  const made = { ...few, cases: 3 };
  const plain = shapeOf(page(madeInput({ ...made, text: (what) => `${what} x` })));
  const pieces = fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "`",
    "/",
    "!--",
    "script",
    "style",
    "\u0000",
    "\u001B[",
    " ",
  );
  const payload = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(payload, (each) => {
      const html = page(madeInput({ ...made, text: (what) => `${what} ${each}x` }));
      expect(shapeOf(html)).toEqual(plain);
    }),
    { numRuns: 10 },
  );
});

test("the same record makes the same page", () => {
  expect(page(madeInput(few))).toBe(page(madeInput(few)));
});

test("what did not pass can be read without a script", () => {
  const document = parsed(page(madeInput(few)));
  const texts = [...document.querySelectorAll("noscript tbody tr")].map((row) => row.textContent);
  expect(texts).toHaveLength(6);
  expect(texts[0]).toContain("I do not know how many issues are open");
  const body = document.querySelector("main")?.textContent ?? "";
  for (const said of [
    "54 of 60 cases passed",
    "91.5 %",
    "81.6 % – 96.3 %",
    "gate failed",
    "not calibrated",
  ]) {
    expect(body).toContain(said);
  }
});

test("a script is called one, and its times are in no number", async () => {
  const record = await readRun("fixtures/records/every-outcome");
  const html = page({ record, transcripts: [], omitted: [] });
  const body = parsed(html).querySelector("main")?.textContent ?? "";
  expect(body).toContain("scripted model: replies were read from a file");
  expect(html).not.toContain("active time");
  expect(html).toContain("No transcript of this trial is at hand");
});

test("a transcript that is not in the page is named, and a text that is cut says so", () => {
  const { transcripts, record } = madeInput({ ...few, cases: 2, trials: 1 });
  const [first, second] = transcripts;
  const answer = { text: "a".repeat(10), cut: 2_000_000 };
  const steps = [{ type: "answer" as const, turn: 0, text: answer }];
  const html = page({
    record,
    transcripts: [{ ...first!, steps, omittedSteps: 7 }],
    omitted: [second!],
  });
  expect(detailOf(html, 0, 0).trials[0]).toMatchObject({ steps, omittedSteps: 7 });
  expect(detailOf(html, 0, 1).trials[0]?.noSteps).toMatch(/^This transcript is left out/u);
});

test("an answer of a megabyte is cut, and the page stays small", () => {
  const long = "x".repeat(1_000_000);
  const input = madeInput({ ...few, cases: 3, trials: 1, text: (what) => `${what} ${long}` });
  const html = page({ ...input, transcripts: [] });
  expect(detailOf(html, 0, 0).trials[0]?.answer?.cut).toBeGreaterThan(1_000_000);
  expect(html.length).toBeLessThan(700_000);
});

test("several runs stand in one table, and each has its part", () => {
  const other = madeInput({ run: "20260103-030405-bbbbbb", cases: 5, trials: 1 });
  const document = parsed(page(madeInput(few), other));
  const links = [...document.querySelectorAll("table a")].map((each) => each.getAttribute("href"));
  expect(links.slice(0, 2)).toEqual(["#run-0", "#run-1"]);
  expect([...document.querySelectorAll("article")].map(({ id }) => id)).toEqual(["run-0", "run-1"]);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
});

test("a run of nothing is a page as well", () => {
  const body = parsed(page(madeInput({ ...few, cases: 0 }))).querySelector("main")?.textContent;
  expect(body).toContain("0 of 0 cases passed");
  expect(body).toContain("No case is decided.");
});
