import { describe, expect, test } from "vitest";
import { cellSpan } from "./cell-span.ts";
import { codeFence } from "./code-fence.ts";
import { markdownWords } from "./markdown-words.ts";
import { linesLength, withinLength } from "./within-length.ts";

describe("a fence", () => {
  test.each<[name: string, text: string, lines: readonly string[]]>([
    ["is of three marks", "a", ["```", "  a", "```"]],
    ["is longer than any run in the text", "```\n`````", ["``````", "  ```", "  `````", "``````"]],
    ["is not shortened by short runs", "`a` ``b``", ["```", "  `a` ``b``", "```"]],
    ["lets no line begin with a command", "/close\n/merge", ["```", "  /close", "  /merge", "```"]],
    ["reads every kind of line's end", "a\r/b\r\n/c\n", ["```", "  a", "  /b", "  /c", "```"]],
    ["shows what is no character", "\u001B[31ma\u0000\u202E", ["```", "  a␀<U+202E>", "```"]],
    ["holds nothing as well", "", ["```", "", "```"]],
  ])("%s", (_, text, lines) => {
    expect(codeFence(text)).toEqual(lines);
  });
});

test.each([
  ["a", "`a`"],
  ["a|b", "`a\u2502b`"],
  ["a\\|b`c", "``a\\\u2502b`c``"],
])("a cell of %j is %s", (text, cell) => {
  expect(cellSpan(text)).toBe(cell);
});

describe("a sentence", () => {
  test.each([
    ["what we said, in 3 words (or 4.5): it's 12k.", undefined],
    ["50 % (9.5 % – 90.5 %) of it; p = 0.01", undefined],
    ["from -0.215 to −4, not --5 or -x", "from -0.215 to −4, not `--5` or `-x`"],
    ["the run 20260102T03-a was judged", "the run `20260102T03-a` was judged"],
    ["write it under `prices` in `flowproof.yml`", "write it under prices in `flowproof.yml`"],
    ["run `flowproof eval calibrate` again", "run flowproof eval calibrate again"],
    ["the agent a/b-1 c/d (e/f) said", "the agent `a/b-1 c/d` (`e/f`) said"],
    ["at least $3.50, the rest", "at least `$3.50`, the rest"],
    ["ping @all #1 !2 ~l %m &3", "ping `@all #1 !2 ~l %m &3`"],
    ["a *b* _c_ [d](e) <f> :tada: www.x.y", "a `*b* _c_ [d](e`) `<f> :tada`: `www.x.y`"],
    ["it is deadbeef and 1234567 of 123456", "it is `deadbeef` and `1234567` of 123456"],
    ["one\n/close\r\ntwo", "one `/close` two"],
    ["a `` b ``` c", "a b `` ` `` c"],
    ["", ""],
  ])("%j", (sentence, expected) => {
    expect(markdownWords(sentence)).toBe(expected ?? sentence);
  });
});

test("a word of a megabyte that is all marks is read once", () => {
  const name = `${")".repeat(1_000_000)}x`;
  expect(markdownWords(name)).toBe(`\`${name}\``);
});

test("parts are kept from the front, whole, as far as there is room", () => {
  const parts = ["ab", "c", "def"].map((line) => ({ lines: [line] }));
  expect(linesLength(["ab", "c", "def"])).toBe(9);
  const keptOf = (room: number): number => withinLength(parts, room).kept.length;
  expect([0, 2, 3, 4, 5, 8, 9, 100].map(keptOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(withinLength(parts, 4).rest).toEqual(parts.slice(1));
});
