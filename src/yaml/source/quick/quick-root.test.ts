import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAlias, isMap, isScalar, Lexer, type ParsedNode } from "yaml";
import { composeDocuments } from "../compose-documents.ts";
import { serviceDialect } from "../dialect.ts";
import { quickRoot } from "./quick-root.ts";

/** What of a node anybody looks at. */
function shapeOf(node: ParsedNode | null | undefined): unknown {
  if (node === null || node === undefined || isAlias(node)) return node?.source;
  const { tag, anchor, range } = node;
  const place = [range[0], range[1], tag, anchor];
  if (isScalar(node)) return [node.type, node.value, ...place];
  if (!isMap(node)) return ["list", node.flow, ...place, node.items.map(shapeOf)];
  const entries = node.items.map(({ key, value }) => [shapeOf(key), shapeOf(value)]);
  return ["map", node.flow, ...place, entries];
}

/** The same from the library, which must find nothing wrong; undefined where it does. */
function expectedShape(text: string): unknown {
  const { documents, findings } = composeDocuments(text, serviceDialect, new Lexer());
  return findings.length > 0 || documents.length !== 1
    ? undefined
    : shapeOf(documents[0]?.contents);
}

describe("what configs consist of", () => {
  test.each([
    ["a: b\n"],
    ["# c\n\na: b # c\n\n# d\nc: d\n# e\n"],
    ["---\na: b\n"],
    ["--- \n# c\na: b\n"],
    ["a:\n  b: c\n  d:\n    e: f\ng: h\n"],
    ["a:\n- b\n- c\nd: e\n"],
    ["a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n"],
    ["a:\n  - b:\n    - c\n    d: e\n"],
    ['a: context:goal\nb: x#y\nc: -1\nd: ?x\ne: :y\nf: it\'s "so"\n'],
    ["a: ''\nb: 'it''s'\nc: \"x\\ny \\\"z\\\"\"\n\"d e\": f\n'': g\n"],
    ['a: [b, \'c\', "d", e f, [], {}]\nb: { c: d, "e": [f] } # g\n'],
    ["a: [\n  b,\n\n  c,\n  ]\nb: {\n  c: d\n  , e: f }\n"],
    ["x: [a:b, c/d, ^1.0.0, -1]\n"],
    ["a: |\n  b\n    c\n\n  d\n\n\ne: |-\n f\ng: |  # h\n  i\n"],
    ["a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n  g\n"],
    ["a:\n  - |\n    b\n  - >-\n    c\n    d\n"],
    ["a:\nb:\n  c:\nd: \n"],
    ["yes: no\non: 1\na: 1_000\nb: 2024-01-01\n"],
    ["a: 1\na: 2\n"],
    ["a: ü\n"],
    ["a: |\n  tab\there\n"],
  ])("%j is read as the library reads it", (text) => {
    expect(shapeOf(quickRoot(text))).toEqual(expectedShape(text));
    expect(quickRoot(text)).toBeDefined();
  });
});

describe("what is left to the library", () => {
  test.each([
    [""],
    ["a: b"],
    ["a: b\r\n"],
    ["\uFEFFa: b\n"],
    ["- a\n"],
    ["a\n"],
    [" a: b\n"],
    ["a: b\n---\nc: d\n"],
    ["%YAML 1.1\n---\na: b\n"],
    ["a: b: c\n"],
    ["a: b\n c: d\n"],
    ["a: b\n  c\n"],
    ["a:\n    b: c\n  d: e\n"],
    ["a: &x b\n"],
    ["a: *x\n"],
    ["a: !x b\n"],
    ["a: @b\n"],
    ["a: - b\n"],
    ["a: ? b\n"],
    ["<<: a\n"],
    ["? a\n: b\n"],
    ["a b: c\n"],
    ["1: a\n"],
    ["a:b\n"],
    ["a: 'b\n  c'\n"],
    ['a: "\\x41"\n'],
    ["a: 'b' c\n"],
    ["a: [b\n"],
    ["a: [b\nc]\n"],
    ["a:\n  b: [c,\n  d]\n"],
    ["a: [b c: d]\n"],
    ["a: [b, , c]\n"],
    ["a: [x?y]\n"],
    ["a: [# b\n  c]\n"],
    ["a: {b}\n"],
    ['a: {"b":c}\n'],
    ["a: {{ b }}\n"],
    ["a: [b] c\n"],
    ["a:\tb\n"],
    ["a:\n\tb: c\n"],
    ["a: b\tc\n"],
    ["a: |2\n   b\n"],
    ["a: |+\n  b\n"],
    ["a: |\n\n  b\n"],
    ["a: |\nb: c\n"],
    ["a: |\n  b\n     \nc: d\n"],
    ["a: >\n  b\n    c\n"],
    ["a:\n  b: c\n    # d\ne: f\n"],
    ["a:\n# b\n"],
    ["a: # b\n"],
    ["a:\n  -\n    b\n"],
    ["a:\n  - - b\n"],
    ["a:\n  - b\n - c\n"],
    ["a:\n  - b\n  c: d\n"],
    [`a: ${"[".repeat(40)}${"]".repeat(40)}\n`],
    [Array.from({ length: 80 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
    [`a: ${"b".repeat(200_000)}\n`],
  ])("%j", (text) => {
    expect(quickRoot(text)).toBeUndefined();
  });
});

const samples = [
  ...["data_analyst", "issue_triage"].map((name) =>
    readFileSync(`flows/${name}/1.0.0.yml`, "utf8"),
  ),
  "a:\n- b: 1\n  c: [x, 'y']\n- d\nk: |\n  text\n\n  more\n\nz: >-\n  a\n  b\n\n  c\n# end\n",
  "---\na: {x: [1, 2], y: \"z\"} # c\nb: 'it''s'\n\"\": x\nc:\n  - d: e\n    f:\n    - g\nd:\n",
];
const bits = [
  ..."- |-|: |:|#| #|[|]|{|}|,|'|\"|''|\\|>|?|? |&a |*a|!|!!str |@|%|\t|~|null|<<: |[a, b]|{a: b}|1: x|é|\u2028".split(
    "|",
  ),
  ..." ;  ;\n;\n\n;\n  ;\n    ;|;|-;|2;:\n;#\n;# c\n;---\n;...\n;- - a\n;- k: v\n;  k: v\n;[\n  a,\n  b\n]".split(
    ";",
  ),
];

/** Parts of flow configs with mistakes in them. */
export const brokenText: fc.Arbitrary<string> = fc
  .record({
    sample: fc.constantFrom(...samples),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 15 }),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.integer({ min: 0, max: 2 }),
        bit: fc.constantFrom("", ...bits),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ sample, from, lines, edits }) => {
    const all = sample.split("\n");
    const start = Math.floor(from * (all.length - 1));
    const part = all.slice(start, start + lines);
    const margin = Math.min(
      ...part.filter((line) => line !== "").map((line) => line.search(/\S|$/)),
    );
    const text = `${part.map((line) => line.slice(margin)).join("\n")}\n`;
    return edits.reduce((edited, { at, cut, bit }) => {
      const index = Math.floor(at * edited.length);
      return edited.slice(0, index) + bit + edited.slice(index + cut);
    }, text);
  });

/** Whether a text is left to the library, or read as it reads it. */
export function isReadAlike(text: string): boolean {
  const quick = quickRoot(text);
  return (
    quick === undefined || JSON.stringify(shapeOf(quick)) === JSON.stringify(expectedShape(text))
  );
}

test("of broken texts, none is read otherwise than by the library", () => {
  const texts = fc.sample(brokenText, { numRuns: 1500, seed: 7 });
  expect(texts.filter((text) => !isReadAlike(text))).toEqual([]);
  expect(texts.filter((text) => quickRoot(text) !== undefined).length).toBeGreaterThan(200);
});
