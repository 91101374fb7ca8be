import { expect, test } from "vitest";
import { unsafeParts } from "./prompt-safety.ts";

test.each<[text: string, part: string]>([
  ["a <goal> b", "the tag <goal>"],
  ["</goal>", "the tag <goal>"],
  ["< / GOAL >", "the tag <goal>"],
  ["<\n system\n>", "the tag <system>"],
  ["<truncation_notice>", "the tag <truncation_notice>"],
  [String.raw`\u003cgoal\u003e`, "the tag <goal>"],
  [String.raw`\\u003C/system\\u003E`, "the tag <system>"],
  ["<!-- x -->", "an HTML comment"],
  ["<!--", "an HTML comment"],
  [String.raw`\u003c!-- x --\u003e`, "an HTML comment"],
  [String.raw`\<!-- x --\>`, "an HTML comment"],
  ["a\n[//]: # (x)", "a comment hidden in a Markdown link"],
  ["[comment]: <> (x)", "a comment hidden in a Markdown link"],
  ["[//]: hidden (x)", "a comment hidden in a Markdown link"],
  [String.raw`a\n[//]: # (x)`, "a comment hidden in a Markdown link"],
  ["a\u{E0041}b", "an invisible character"],
  ["a\u{E0100}b", "an invisible character"],
  [String.raw`\udb40\udc41`, "an invisible character"],
])("%j contains %s", (text, part) => {
  expect(unsafeParts(text).map(({ what }) => what)).toEqual([part]);
});

test("everything is told, of each kind and of each tag the first", () => {
  expect(unsafeParts("a <system></system>\n<goal> <!-- x --> <!-- y -->")).toEqual([
    { what: "the tag <system>", offset: 2, length: 8 },
    { what: "the tag <goal>", offset: 20, length: 6 },
    { what: "an HTML comment", offset: 27, length: 4 },
  ]);
});

test.each([
  "",
  "a < b, a > b, <b>, &",
  '<goal id="x">',
  "<goal/>",
  "<goals>",
  "<system_prompt>",
  "goal",
  "-->",
  String.raw`\u003c!-- x`,
  "x [//]: # (x)",
  "[//]: #",
  "[link]: # (x)",
  "\u200B",
  "<![CDATA[x]]>",
  "<details>",
  "👩‍👩‍👧",
])("%j is safe", (text) => {
  expect(unsafeParts(text)).toEqual([]);
});

test.each([
  ["<", "< ".repeat(400_000)],
  ["spaces", `<${" ".repeat(900_000)}`],
  ["comments", String.raw`\<!--`.repeat(150_000)],
  ["links", String.raw`\n[//]:<`.repeat(100_000)],
  ["words", `[//]: ${"a".repeat(900_000)}`],
])("takes linear time on many %s", (_, text) => {
  const started = performance.now();
  unsafeParts(text);
  expect(performance.now() - started).toBeLessThan(1_000);
});
