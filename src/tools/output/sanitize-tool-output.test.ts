import { describe, expect, test } from "vitest";
import { PyFloat } from "../../core/python/py-float.ts";
import { sanitizeToolOutput } from "./sanitize-tool-output.ts";

const tagCharacters = "\u{E0041}\u{E0100}";

describe("a text is cleaned", () => {
  test.each<[name: string, text: string, cleaned: string]>([
    ["X3: tags and a comment", "<system>x</system><!-- y -->z", "&lt;system&gt;x&lt;/system&gt;z"],

    ["a tag", "<goal>", "&lt;goal&gt;"],
    ["a closing tag", "</goal>", "&lt;/goal&gt;"],
    ["space and case in a tag", "< / \tGoAL\n>", "&lt;/goal&gt;"],
    ["a long s in a tag", "<ſystem>", "&lt;system&gt;"],
    ["Python's white space in a tag", "<\u0085\u001cgoal>", "&lt;goal&gt;"],
    [
      "the tags around cut results",
      "<truncation_notice><truncated_tool_output>",
      "&lt;truncation_notice&gt;&lt;truncated_tool_output&gt;",
    ],
    ["a tag in JSON in text", String.raw`\u003c/goal\u003E`, "&lt;/goal&gt;"],
    ["a tag in JSON in JSON", String.raw`\\u003cgoal\\u003e`, "&lt;goal&gt;"],

    ["a comment", "a <!-- b --> c", "a  c"],
    ["a comment over lines", "a<!-- b\nc -->d", "ad"],
    ["a comment that begins like an end", "a<!--> b -->c", "ac"],
    ["two comments", "a<!--b-->c<!--d-->e", "ace"],
    ["a comment that is not closed", "a <!-- b\nc", "a "],
    ["a comment inside a tag that ends a comment", "a <<!--b-->!-- c--> d", "a "],
    ["a comment in JSON in text", String.raw`a\u003c!-- b --\u003ec`, "ac"],
    ["a comment in JSON in JSON", String.raw`a\\u003C!-- b --\\u003Ec`, "ac"],
    ["a comment behind backslashes", String.raw`a\<!-- b --\>c`, "ac"],
    ["CDATA beside a comment", "a<!-- b --><![CDATA[c]]>d", "ad"],
    ["CDATA that is not closed, beside a comment", "a<!-- b --><![CDATA[c", "a"],
    ["an instruction beside a comment", "a<!-- b --><?php c ?>d", "ad"],

    ["a Markdown comment", "a\n[//]: # (b)\nc", "a\n\nc"],
    ["a Markdown comment at the beginning", "[comment]: <> (b)\nc", "\nc"],
    ["Markdown comments in a row", "a\n[//]: # (b)\n[//]: # (c)", "a\n\n"],
    ["a Markdown comment with a target", "a\n[comment]: <https://b.c/?d> (e)", "a\n"],
    ["a Markdown comment with a word", "a\n[comment]: b (c)", "a\n"],
    ["a Markdown comment without a target", "a\n[//]:(b)", "a\n"],
    ["case and space in a Markdown comment", "a\n\t[CoMMent]:  # \n (b)", "a\n"],
    ["an escaped parenthesis in a Markdown comment", String.raw`[//]: # (a\)b)c`, "c"],
    ["a Markdown comment over lines", "[//]: # (a\nb)c", "c"],
    ["an empty Markdown comment", "[//]: # ()", ""],
    ["a Markdown comment in JSON in text", String.raw`a\n[//]: # (b)\nc`, String.raw`a\n\nc`],
    ["escaped brackets of a Markdown comment", String.raw`[comment]: \u003c\\u003e (b)`, ""],

    ["tag characters", `a${tagCharacters}b`, "ab"],
    ["tag characters in JSON in text", String.raw`a\udb40\uDC41b`, "ab"],

    ["a line comment of mermaid", "```mermaid\nA\n  %% b\nC\n```", "```mermaid\nA\n\nC\n```"],
    ["a directive of mermaid", "```mermaid\n%%{init: {\n}}%%\nA```", "```mermaid\n\nA```"],
    ["space and case before mermaid", "``` Mermaid\n%% a\n```", "``` Mermaid\n\n```"],
    ["a comment of mermaid after a blank line", "```mermaid\nA\n\n %%b```", "```mermaid\nA\n"],
    [
      "mermaid in JSON in text",
      String.raw`${"```"}mermaid\nA\n%% b\nC${"```"}`,
      String.raw`${"```"}mermaid\nA\n\nC${"```"}`,
    ],
    ["blank lines of mermaid", "```mermaid\nA\n \n\n  B\n```", "```mermaid\nA\n\nB\n```"],
    [
      "blank lines of mermaid in JSON in text",
      String.raw`${"```"}mermaid\nA\n\n\n B${"```"}`,
      String.raw`${"```"}mermaid\nA\n \n B${"```"}`,
    ],
    [
      "both of two diagrams",
      "```mermaid\n%%a\n```b```mermaid\n%%c\n```",
      "```mermaid\n\n```b```mermaid\n\n```",
    ],
  ])("%s", (_, text, cleaned) => {
    expect(sanitizeToolOutput(text, "get_issue")).toBe(cleaned);
  });
});

describe("a text stays as it is", () => {
  test.each<[name: string, text: string]>([
    ["nothing", ""],
    ["a tag with an attribute", "<goal id=1>"],
    ["an empty-element tag", "<goal/>"],
    ["a longer name", "<system_prompt>"],
    ["other tags", "<b>a</b> <user> <instructions>"],
    ["comparisons", "a < b && c > d"],
    ["the end of a comment", "a --> b"],
    ["CDATA without a comment", "<![CDATA[a]]><?php b ?>"],
    ["a Markdown comment in the middle of a line", "a [//]: # (b)"],
    ["a Markdown comment without parentheses", "[//]: # b"],
    ["a Markdown comment that is not closed", "[//]: # (b"],
    ["a protected line end in a Markdown comment", "[//]: # (b\\\n)"],
    ["a link definition", "[docs]: <https://a.b> (c)"],
    ["zero-width characters and emoji", "a\u200bb \u{1F600}"],
    ["percent signs outside mermaid", "%% a\n```\n%% b\n```"],
    ["percent signs behind text in mermaid", "```mermaid\nA %% b\n```"],
    ["mermaid that is not closed", "```mermaid\n%% a"],
    ["a language that begins with mermaid", "```mermaidx\n%% a\n```"],
    ["a JSON text", '"\\u00e9"'],
    ["a JSON number", "1.50"],
    ["JSON with a mistake", '{"a":1,}'],
    ["two JSON values", '{"a":1}{"b":2}'],
  ])("%s", (_, text) => {
    expect(sanitizeToolOutput(text, "get_issue")).toBe(text);
  });
});

describe("JSON", () => {
  test.each<[name: string, text: string, cleaned: string]>([
    ["X4: is written as Python writes it", '{"k":1,"t":"é"}', '{"k": 1, "t": "é"}'],
    ["keeps ints, floats and escapes", '[1,1.0,1e3,"\\u00e9\\n"]', '[1, 1.0, 1000.0, "é\\n"]'],
    ["keeps the last of equal keys", '{"a":1,"a":2}', '{"a": 2}'],
    ["keeps large ints", "[12345678901234567890]", "[12345678901234567890]"],
    ["may have space around it", ' \n{"a":1} ', '{"a": 1}'],
    ["is cleaned value by value", '{"a":"b <!-- c","d":"e"}', '{"a": "b ", "d": "e"}'],
    ["is cleaned at every depth", '[[{"a":["<goal>"]}]]', '[[{"a": ["&lt;goal&gt;"]}]]'],
    ["sees through escapes", '["\\u003cgoal\\u003e"]', '["&lt;goal&gt;"]'],
    ["keeps its keys", '{"<goal>":1}', '{"<goal>": 1}'],
  ])("%s", (_, text, cleaned) => {
    expect(sanitizeToolOutput(text, "get_issue")).toBe(cleaned);
  });

  test("that is nested too deeply is a text", () => {
    const text = `${"[".repeat(5000)}"<goal>"${"]".repeat(5000)}`;
    expect(sanitizeToolOutput(text, "get_issue")).toBe(text.replace("<goal>", "&lt;goal&gt;"));
  });
});

test("values that are no text are cleaned inside, and keep their type", () => {
  const value = new Map([["a", ["<goal>", 1, new PyFloat(1), null, true]]]);
  expect(sanitizeToolOutput(value, "get_issue")).toEqual(
    new Map([["a", ["&lt;goal&gt;", 1, new PyFloat(1), null, true]]]),
  );
});

describe("tools with exceptions", () => {
  const text = `<system>a</system><!-- b -->\n[//]: # (c)\n${tagCharacters}\n\`\`\`mermaid\n%% d\n\`\`\``;

  test.each(["read_file", "get_repository_file"])("X6: %s shows what it read", (tool) => {
    expect(sanitizeToolOutput(text, tool)).toBe(text);
    expect(sanitizeToolOutput('{"k":1}', tool)).toBe('{"k":1}');
  });

  test("the context of a review keeps comments of HTML and mermaid, which are in diffs", () => {
    expect(sanitizeToolOutput(text, "build_review_merge_request_context")).toBe(
      "&lt;system&gt;a&lt;/system&gt;<!-- b -->\n\n\n```mermaid\n%% d\n```",
    );
  });
});

describe("hostile texts take linear time", () => {
  const size = 1_000_000;
  const fill = (part: string): string => part.repeat(Math.ceil(size / part.length));

  test.each<[name: string, text: string]>([
    ["opening brackets", fill("<")],
    ["brackets and space", fill("< ")],
    ["a bracket and much space", `<${fill(" ")}`],
    ["a tag name and much space", `<goal${fill(" ")}`],
    ["comments that open", fill("<!--")],
    ["comments that open, and one that closes", `${fill("<!--")}-->`],
    ["comments that open in JSON in text", `<!--${fill(String.raw`\u003c!--`)}`],
    ["backslashes", `<!--[//]:\`\`\`mermaid${fill("\\")}\`\`\``],
    ["escaped brackets", `[//]:${fill(String.raw`\u003c`)}`],
    ["Markdown comments", fill("\n[//]: # (")],
    ["Markdown comments with brackets", `語${fill("\n[//]:<")}>${" ".repeat(1000)}`],
    ["Markdown comments in one word", fill(String.raw`\n[//]:a`)],
    ["Markdown comments in one line", fill("a [//]: # (b)")],
    ["Markdown comments with escapes", fill("\n[//]: # (\\(")],
    ["a Markdown comment behind blank lines", `${fill("\n")}a[//]: # (b)`],
    ["mermaid that opens", fill("```mermaid\n")],
    ["mermaid with space", `\`\`\`mermaid\n${fill(" ")}\`\`\``],
    ["mermaid with blank lines", `\`\`\`mermaid${fill("\n")}a%%\`\`\``],
    ["mermaid with written blank lines", `\`\`\`mermaid${fill("\\n")}a%%\`\`\``],
    ["mermaid with percent signs", `\`\`\`mermaid\n${fill("%%{")}\`\`\``],
    ["mermaid with comments in one line", `\`\`\`mermaid\n${fill("a %% ")}\`\`\``],
    ["backticks", fill("`")],
    ["nested JSON", fill("[")],
    ["nested JSON objects", fill('{"a":')],
    ["JSON of small texts", `[${fill('"<",')}""]`],
    ["tag characters", fill("\u{E0041}")],
  ])(
    "%s",
    (_, text) => {
      const start = performance.now();
      sanitizeToolOutput(text, "get_issue");
      // Quadratic time would be minutes; the bound leaves room for a busy machine.
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
