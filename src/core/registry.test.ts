import { expect, test } from "vitest";
import { createRegistry } from "./registry.ts";

const b = { id: "b" };
const a = { id: "a" };

test("entries are found by id, and listed by it", () => {
  const registry = createRegistry({ second: b, first: a });
  expect(registry.ids).toEqual(["a", "b"]);
  expect(registry.all()).toEqual([a, b]);
  expect(registry.get("b")).toBe(b);
});

test.each(["c", "", "constructor", "__proto__"])("there is no entry %j", (id) => {
  expect(createRegistry({ a }).get(id)).toBeUndefined();
});

test("two entries of one id are a defect", () => {
  expect(() => createRegistry({ a, again: { id: "a" } })).toThrow(
    'two entries are registered as "a"',
  );
});
