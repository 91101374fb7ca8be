import { expect, test } from "vitest";
import { namedSecrets, prefixedTokens } from "../../../fixtures/made-secrets.ts";
import { namedShapes } from "./named-shapes.ts";
import { prefixedShapes } from "./prefixed-shapes.ts";
import { spansOf } from "./shape-scanner.ts";

const length = 200_000;
const mostMilliseconds = 100;

/** What makes a pattern look again and again: its own beginning, repeated and never ended. */
function hostileTexts(signs: readonly string[], example: string): readonly string[] {
  const parts = [
    ...signs,
    ...signs.map((sign) => `${sign}a`),
    ...signs.map((sign) => `${sign} `),
    example.slice(0, -1),
    `${example.slice(0, Math.ceil(example.length / 2))} `,
    "a",
    "A1_-",
    "-",
    "://a:",
    '"\\\\\\',
    " : = ",
    "\n",
  ];
  return parts.map((part) => part.repeat(Math.ceil(length / part.length)).slice(0, length));
}

test.each([...prefixedShapes, ...namedShapes])("$id takes no time on 200 kB", (shape) => {
  const token = prefixedTokens.find((each) => each.shape === shape.id);
  const named = namedSecrets.find((each) => each.shape === shape.id);
  const example =
    token === undefined ? (named?.text ?? shape.signs.join("")) : token.prefix + token.rest;
  for (const text of hostileTexts(shape.signs, example)) {
    const started = performance.now();
    spansOf(shape.pattern, text, shape.accepts);
    expect([text.slice(0, 40), performance.now() - started < mostMilliseconds]).toEqual([
      text.slice(0, 40),
      true,
    ]);
  }
});
