import * as fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
  ["plain", "a line\n\tanother", "a line\n\tanother"],
  ["text of the world", "Grüße, 世界, 👩‍👩‍👧, नमस्ते", "Grüße, 世界, 👩‍👩‍👧, नमस्ते"],
  ["Windows newlines", "a\r\nb", "a\nb"],
  ["a color", "\u001B[31mred\u001B[0m", "red"],
  ["a cursor movement", "a\u001B[2K\u001B[1Ab", "ab"],
  ["an eight-bit sequence", "a\u009B31mb", "ab"],
  ["a title", "\u001B]0;owned\u0007", "␛]0;owned␇"],
  ["a link", "\u001B]8;;http://x\u001B\\y", "␛]8;;http://x␛\\y"],
  ["a sequence that never ends", `\u001B[${"1;".repeat(5)}`, `␛[${"1;".repeat(5)}`],
  ["a carriage return", "good\rbad", "good␍bad"],
  ["a forged section", "section_start:1:x\r\u001B[0KHi", "section_start:1:x␍Hi"],
  ["a backspace and a bell", "a\bb\u0007", "a␈b␇"],
  ["NUL and DEL", "a\u0000b\u007F", "a␀b␡"],
  ["C1", "a\u0085b\u0090c", "a<U+0085>b<U+0090>c"],
  ["a reversed text", "\u202Egpj.exe", "<U+202E>gpj.exe"],
  ["isolates and marks", "\u2066a\u2069\u200F", "<U+2066>a<U+2069><U+200F>"],
  ["an invisible space", "a\u200Bb", "a<U+200B>b"],
  ["tag characters", "a\u{E0041}", "a<U+E0041>"],
  ["half a pair", "a\uD800b", "a<U+D800>b"],
  ["a line separator", "a\u2028b", "a<U+2028>b"],
])("%s", (_name, text, shown) => {
  expect(printable(text)).toBe(shown);
});

const forbidden = /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

test("no control character survives, and what is printable stays so", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u001B", "[", "31m", "\u009B", "\r"),
    ),
  });
  fc.assert(
    fc.property(text, (input) => {
      const shown = printable(input);
      expect(shown).not.toMatch(forbidden);
      expect(printable(shown)).toBe(shown);
    }),
    { seed: 1 },
  );
});

test("a megabyte of half-finished sequences takes no time", () => {
  const started = performance.now();
  printable("\u001B[1;1".repeat(200_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
