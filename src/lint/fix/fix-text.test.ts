import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import type { TextEdit } from "../rule/fix.ts";
import { type Find, fixText } from "./fix-text.ts";

function diagnostic(message: string, ...edits: readonly TextEdit[]): Diagnostic {
  return {
    rule: "made-up",
    severity: "warning",
    origin: "style",
    message,
    hint: "",
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    pointer: "",
    ...(edits.length > 0 && { fix: { description: "change it", edits } }),
  };
}

/** Finds a word wherever it stands, and repairs it by another. */
function finder(words: Readonly<Record<string, string>>): Find {
  return (text) => {
    return Object.entries(words).flatMap(([word, other]) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [diagnostic(word, { start, end: start + word.length, text: other })];
    });
  };
}

const nothing: Find = () => [];

test("all that can be repaired is, and the rest remains", () => {
  const find: Find = (text) => [...finder({ one: "1", two: "2" })(text), diagnostic("left")];
  const fixed = fixText("one two three", { find, serviceErrors: nothing });
  expect(fixed).toMatchObject({ text: "1 2 three", found: 3 });
  expect(fixed.fixed.map(({ message }) => message)).toEqual(["one", "two"]);
  expect(fixed.remaining.map(({ message }) => message)).toEqual(["left"]);
});

test("repairs that overlap or touch wait for each other", () => {
  const find = finder({ ab: "x", bc: "y", d: "z" });
  expect(fixText("abcd", { find, serviceErrors: nothing }).text).toBe("xcz");
  const touching = finder({ a: "1", b: "2" });
  expect(fixText("ab", { find: touching, serviceErrors: nothing }).text).toBe("12");
});

test("of a repair in several places all are made or none", () => {
  const both: Find = (text) => {
    const edits = [...text.matchAll(/b/g)].map(({ index }) => {
      return { start: index, end: index + 1, text: "c" };
    });
    return edits.length === 0 ? [] : [diagnostic("b", ...edits)];
  };
  const find: Find = (text) => [...finder({ ab: "x" })(text), ...both(text)];
  expect(fixText("ab b", { find, serviceErrors: nothing }).text).toBe("x c");
});

describe("a repair that the service would refuse", () => {
  const find = finder({ good: "fine", bad: "worse" });
  const serviceErrors: Find = (text) => {
    return [...text.matchAll(/worse|old/g)].map(([word]) => diagnostic(word));
  };

  test("is not made, and others are", () => {
    const fixed = fixText("bad good old", { find, serviceErrors });
    expect(fixed.text).toBe("bad fine old");
    expect(fixed.fixed.map(({ message }) => message)).toEqual(["good"]);
    expect(fixed.remaining.map(({ message }) => message)).toEqual(["bad"]);
  });

  test("is made where the service refuses the same already", () => {
    expect(fixText("bad worse", { find, serviceErrors }).text).toBe("worse worse");
  });
});

test("what comes back after its repair is repaired once", () => {
  const find: Find = (text) =>
    [diagnostic("more", { start: 0, end: 0, text: "a" })].slice(0, text.length);
  expect(fixText("x", { find, serviceErrors: nothing })).toMatchObject({ text: "ax", found: 1 });
});

test("what never ends is ended", () => {
  const find: Find = (text) => [
    diagnostic(String(text.length), { start: text.length, end: text.length, text: "a" }),
  ];
  expect(fixText("", { find, serviceErrors: nothing }).text.length).toBeLessThan(20);
});
