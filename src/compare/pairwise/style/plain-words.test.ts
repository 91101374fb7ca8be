import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { answerLook } from "./answer-look.ts";
import { plainWords } from "./plain-words.ts";

test.each<[name: string, answer: string, plain: string]>([
  ["plain text", "There are 42 open issues.", "There are 42 open issues."],
  ["nothing", " \n\n", ""],
  ["headings", "# Result\n\n## Open issues ##\nText", "Result\nOpen issues\nText"],
  ["a number sign in text", "See #42 and C# too", "See #42 and C# too"],
  ["an issue at the start", "#42 is open", "#42 is open"],
  ["bullets, nested", "- one\n  * two\n  + three", "one\ntwo\nthree"],
  ["numbers of items", "1. one\n2) two", "1. one\n2) two"],
  ["a minus", "-5 is less than 3 - 2", "-5 is less than 3 - 2"],
  ["bold and italics", "**Note**: *very* ***much***", "Note: very much"],
  ["bold in bold", "**a *b* c**", "a b c"],
  ["bold without spaces", "これは**重要**です", "これは重要です"],
  ["products", "3*4*5 = 60, 2**3**4, 6 * 7 * 8", "3*4*5 = 60, 2**3**4, 6 * 7 * 8"],
  ["names", "__init__ and my_long_name", "__init__ and my_long_name"],
  ["links", "See [the docs](https://a.b/c).", "See the docs (https://a.b/c)."],
  ["a picture", "![chart](x.png)", "chart (x.png)"],
  ["an address in brackets", "<https://a.b>", "https://a.b"],
  ["a table", "| a | b |\n|---|:-:|\n| 1 | **2** |", "a; b\n1; 2"],
  ["a pipe in a cell", "| a \\| b | c |", "a \\| b; c"],
  ["rules", "a\n\n---\n* * *\n___\nb", "a\nb"],
  ["quotes", "> > said\n>so", "said\nso"],
  ["spacing", "a  b\t c \r\n\r\n\r\n d", "a b c\nd"],
  ["emoji", "🚀 Done! 👩‍💻 👍🏽 🇩🇪 ☀️", "Done!"],
  ["a keycap", "1️⃣ first", "1 first"],
  ["yes and no", "| x | ✅ |\n| y | ❌ |", "x; ✅\ny; ❌"],
  ["signs", "© 2026 a ↔ b ™ ℹ", "© 2026 a ↔ b ™ ℹ"],
  ["spans of code", "use `**kwargs`  and ``a `*b*` ``", "use `**kwargs` and ``a `*b*` ``"],
  [
    "blocks of code",
    "x\n```py\n# a  **b**\n\n- c\n```\n\ny",
    "x\n```py\n# a  **b**\n\n- c\n```\ny",
  ],
  ["a block in an item", "- ```js\n  a\n  ```", "```js\n  a\n  ```"],
  ["a block without an end", "~~~\n# a", "~~~\n# a"],
  ["a mark in a cell", "| - x |\n| # y |", "x\ny"],
])("%s", (_, answer, plain) => {
  expect(plainWords(answer)).toBe(plain);
});

const pieces = [
  "# ",
  "## a ##",
  "- ",
  "* ",
  "**",
  "*",
  "***",
  "_",
  "`",
  "```",
  "```py\n",
  "~~~",
  "|",
  "|---|",
  "---",
  "> ",
  "[",
  "](",
  ")",
  "![",
  "<https://a.b>",
  "\n",
  "\r\n",
  "  ",
  "\\",
  "🚀",
  "👩‍💻",
  "1️⃣",
  "\u200D",
  "\uFE0F",
  "42",
  "word",
  "字",
  "=",
];
const text = array(oneof(constantFrom(...pieces), string({ unit: "binary", maxLength: 4 })), {
  maxLength: 24,
}).map((parts) => parts.join(""));
const seeded = { seed: 10, numRuns: 1_000 };

describe("whatever the answer is", () => {
  test("every letter and digit stays, in its order", () => {
    const said = (answer: string) => (answer.match(/[\p{L}\p{N}]/gu) ?? []).join("");
    assert(
      property(text, (answer) => {
        expect(said(plainWords(answer))).toBe(said(answer));
      }),
      seeded,
    );
  });

  test("what is plain stays as it is", () => {
    assert(
      property(text, (answer) => {
        const plain = plainWords(answer);
        expect(plainWords(plain)).toBe(plain);
      }),
      seeded,
    );
  });
});

test("any number of marks takes no time", () => {
  for (const mark of ["# ", "> ", "**", "*a", "[", "`", "|", "- - ", "![](", "🚀", "=-"]) {
    expect(plainWords(mark.repeat(300_000 / mark.length))).toBeDefined();
  }
});

test("what an answer looks like", () => {
  const answer =
    "# A\n\n- one\n- two\n1. three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n# no\n```\n";
  expect(answerLook(answer)).toEqual({
    chars: "A\none\ntwo\n1. three\na; b\n1; 2\n```\n# no\n```".length,
    words: 13,
    headings: 1,
    bullets: 3,
    tables: 1,
    codeBlocks: 1,
  });
});
