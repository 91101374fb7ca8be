import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PyFloat } from "../../core/python/py-float.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { clippedRepr } from "./clipped-repr.ts";

const pieces = ["a", "'", '"', "\n", "é", "😀", "\ud800", "\u00ad", "b".repeat(70)];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(""));

const { value: values } = fc.letrec<{ value: PyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc.constantFrom<PyValue>(null, true, 7, 12345678901234567890n, new PyFloat(0.5)),
    fc.array(tie("value"), { maxLength: 8 }),
    fc.array(fc.tuple(texts, tie("value")), { maxLength: 8 }).map((items) => new Map(items)),
  ),
}));

test("what is shown of a value is what would be shown of its whole repr", () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(clippedRepr(value)).toBe(cut(pyRepr(value)));
    }),
    { seed: 1, numRuns: 200 },
  );
});

/** The rule itself, on all of the text. */
function cut(repr: string): string {
  if (Buffer.byteLength(repr) <= 50) return repr;
  const chars = Array.from(repr);
  const start = chars.slice(0, 26);
  const first = start.findIndex((_, index) => bytesOf(start.slice(0, index + 1)) > 25);
  const end = chars.slice(-25);
  const last = end.findIndex((_, index) => bytesOf(end.slice(index)) <= 24);
  return `${start.slice(0, first).join("")}...${end.slice(last).join("")}`;
}

function bytesOf(chars: readonly string[]): number {
  return Buffer.byteLength(chars.join(""));
}

test("what is nested deeper than Python would follow is shown all the same", () => {
  let deep: PyValue = [];
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(clippedRepr(deep)).toBe(`${"[".repeat(25)}...${"]".repeat(24)}`);
});
