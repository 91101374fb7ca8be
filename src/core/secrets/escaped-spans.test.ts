import { expect, test } from "vitest";
import { escapedSpans } from "./escaped-spans.ts";
import { maskShapes } from "./mask-shapes.ts";

const secret = "a1B2c3D4e5F6g7H8i9J0";
const token = ["glpat", secret].join("-");
const first = token.slice(0, 1);
const rest = token.slice(1);

test.each([
  ["two digits", `\\x67${rest}`],
  ["four digits", `\\u0067${rest}`],
  ["eight digits", `\\U00000067${rest}`],
  ["braces", `\\u{67}${rest}`],
  ["an escape at its end", `${token.slice(0, -1)}\\u0030`],
  ["every character", token.replaceAll(/[^]/g, (each) => `\\x${each.charCodeAt(0).toString(16)}`)],
])("a secret written with %s is masked whole", (_, written) => {
  expect(maskShapes(`a: "${written}" # b`)).toBe(`a: "${"*".repeat(written.length)}" # b`);
});

test.each(["\n", "\r\n"])(
  "a secret that a line break %j parts is masked, and keeps the lines",
  (eol) => {
    const masked = maskShapes(
      `a: "${first}${rest.slice(0, 9)}\\${eol}   ${rest.slice(9)}"${eol}b: 1`,
    );
    expect(masked).toBe(`a: "${"*".repeat(11)}${eol}${"*".repeat(3 + rest.length - 9)}"${eol}b: 1`);
  },
);

test.each([
  ["no escape", `a: "${token}"`],
  ["escapes, and no secret", String.raw`a: "\u0041\x41\/\U0001F600 b\q"`],
  ["a backslash that is escaped itself", `a: "\\\\u0067${rest}"`],
  ["an escape that is cut off", `a: "\\u00${rest}"`],
])("%s: nothing is put together", (_, source) => {
  expect(escapedSpans(source)).toEqual([]);
});

test("a megabyte of escapes takes no time", () => {
  const source = "\\u0067lpat-".repeat(90_000);
  const start = performance.now();
  maskShapes(source);
  expect(performance.now() - start).toBeLessThan(2_000);
});
