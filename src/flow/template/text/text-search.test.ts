import { expect, test } from "vitest";
import { seededRandom } from "../../../platform/index.ts";
import { TextSearch } from "./text-search.ts";

test("a long needle is found where the engine finds it", () => {
  const random = seededRandom(5);
  const letters = (length: number): string =>
    Array.from({ length }, () => (random.next() < 0.7 ? "a" : "b")).join("");
  for (let round = 0; round < 200; round += 1) {
    const unit = letters(1 + Math.floor(random.next() * 4));
    const needle = unit.repeat(300).slice(0, 260 + Math.floor(random.next() * 40));
    const text = letters(50) + unit.repeat(200) + letters(20) + needle + letters(20) + needle;
    const search = new TextSearch(needle);
    for (let from = 0; from < text.length; from += 37) {
      expect(search.find(text, from)).toBe(text.indexOf(needle, from));
    }
    expect(search.split(text, Number.POSITIVE_INFINITY)).toEqual(text.split(needle));
  }
});

test.each([
  ["a,b,,c", ",", 2, ["a", "b", ",c"]],
  ["a,b", ",", 0, ["a,b"]],
  ["", ",", 5, [""]],
  ["aaa", "aa", 5, ["", "a"]],
])("%j is split at %j %d times", (text, needle, limit, expected) => {
  expect(new TextSearch(needle).split(text, limit)).toEqual(expected);
});
