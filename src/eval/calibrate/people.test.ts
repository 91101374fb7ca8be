import { expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { collectItems, consensus } from "./collect-items.ts";
import type { FoundLabel, LabeledItem } from "./labeled-item.ts";
import { peopleAgreement } from "./people-agreement.ts";

const found = (line: number, key: string, by: string, met: boolean): FoundLabel => ({
  label: {
    place: { file: "l.jsonl", line },
    subject: { type: "given", question: [key], answer: "", calls: [], criterion: key },
    opinion: { type: "label", met },
    by,
  },
  key,
  criterion: key,
  unit: key,
  met,
});

const item = (opinions: Readonly<Record<string, boolean>>): LabeledItem => ({
  key: "k",
  criterion: "c",
  unit: "u",
  opinions: new Map(Object.entries(opinions)),
});

test("what is said of the same is one item; said twice by one person it counts once", () => {
  const labels = [
    found(1, "b", "ann", true),
    found(2, "a", "ben", false),
    found(3, "b", "ben", false),
    found(4, "b", "ann", true),
  ];
  const { items, duplicates } = collectItems(labels);
  expect(duplicates).toBe(1);
  expect(items.map(({ key, opinions }) => [key, Object.fromEntries(opinions)])).toEqual([
    ["a", { ben: false }],
    ["b", { ann: true, ben: false }],
  ]);
});

test.each([
  ["ann", '"ann" says the opposite of line 1 about the same answer'],
  ["", "nobody in particular says the opposite of line 1 about the same answer"],
])("a person who says both: %s", (by, message) => {
  const run = () => collectItems([found(1, "a", by, true), found(7, "a", by, false)]);
  expect(run).toThrow(message);
  try {
    run();
  } catch (error) {
    expect(error instanceof AppError && error.place?.line).toBe(7);
  }
});

test.each([
  [{ a: true }, true],
  [{ a: true, b: false }, undefined],
  [{ a: true, b: false, c: false }, false],
])("most people decide: %o", (opinions, expected) => {
  expect(consensus(item(opinions))).toBe(expected);
});

test("people are held against each other, two by two", () => {
  const table = [
    ...Array.from({ length: 20 }, () => item({ ann: true, ben: true })),
    ...Array.from({ length: 5 }, () => item({ ann: true, ben: false })),
    ...Array.from({ length: 10 }, () => item({ ann: false, ben: true })),
    ...Array.from({ length: 15 }, () => item({ ann: false, ben: false, zoe: true })),
  ];
  const { people, pairs, alpha } = peopleAgreement(table);
  expect(people).toEqual(["ann", "ben", "zoe"]);
  expect(pairs.map(({ a, b, items, agreed }) => [a, b, items, agreed])).toEqual([
    ["ann", "ben", 50, 35],
    ["ann", "zoe", 15, 0],
    ["ben", "zoe", 15, 0],
  ]);
  // The table [[20, 5], [10, 15]] of the statistics' reference values.
  expect(pairs[0]?.kappa).toBeCloseTo(0.4, 12);
  expect(alpha).not.toBeNull();
});

test("one person agrees with nobody", () => {
  expect(peopleAgreement([item({ ann: true })])).toEqual({
    people: ["ann"],
    pairs: [],
    alpha: null,
  });
});
