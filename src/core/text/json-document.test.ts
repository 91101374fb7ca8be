import { expect, test } from "vitest";
import { jsonDocument } from "./json-document.ts";

test.each([
  "plain",
  "é 中 😀",
  "\u001B[2J",
  "\u009B31m",
  "a\u202Eb",
  "\u{E0041}",
  "\u2028",
  "\u007F",
])("%j comes back as it was, and changes no terminal on the way", (text) => {
  const json = jsonDocument({ text });
  expect(JSON.parse(json)).toEqual({ text });
  expect(json).toMatch(/^[\P{C}\n]*$/u);
});
