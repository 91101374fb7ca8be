import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { pieces } from "./pieces.ts";

test.each([
  ["", []],
  ["a", ["a"]],
  ["abcdefgh", ["ab", "cd", "ef", "gh"]],
  ["😀😀😀", ["😀", "😀", "😀"]],
])("%j", (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});

test("put together they are the text, and none holds half a character", () => {
  const holds = property(string({ unit: "grapheme", maxLength: 3000 }), (text) => {
    const parts = pieces(text);
    expect(parts.join("")).toBe(text);
    for (const part of parts) {
      expect(part.length).toBeGreaterThan(0);
      expect(part.length).toBeLessThanOrEqual(401);
      expect(new TextDecoder().decode(new TextEncoder().encode(part))).toBe(part);
    }
  });
  expect(() => assert(holds, { seed: 1 })).not.toThrow();
});
