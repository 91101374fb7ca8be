import { expect, test } from "vitest";
import { CheckMemo } from "./check-memo.ts";
import { checks } from "./known-checks.ts";

function check(id: string): Parameters<CheckMemo["prepare"]>[0] {
  const found = checks.get(id);
  if (found === undefined) throw new Error(`there is no check ${id}`);
  return found;
}

test("what is written in the same way is prepared once", () => {
  const memo = new CheckMemo();
  const first = memo.prepare(check("called"), { tool: "a", args: { x: 1, y: 2 } });
  expect(first.prepared).toBeDefined();
  expect(memo.prepare(check("called"), { tool: "a", args: { x: 1, y: 2 } })).toBe(first);
  // Messages say arguments in the order of the suite.
  expect(memo.prepare(check("called"), { tool: "a", args: { y: 2, x: 1 } })).not.toBe(first);
});

test.each([
  ["another value", "called", "b"],
  ["another check", "not_called", "a"],
])("%s is another check", (_, id, value) => {
  const memo = new CheckMemo();
  expect(memo.prepare(check(id), value)).not.toBe(memo.prepare(check("called"), "a"));
});

test("a mistake is told each time", () => {
  const memo = new CheckMemo();
  const wrong = { tool: "a", times: { min: 3, max: 1 } };
  const [first, second] = [
    memo.prepare(check("called"), wrong),
    memo.prepare(check("called"), wrong),
  ];
  expect(first.problems).not.toEqual([]);
  expect(second.problems).toEqual(first.problems);
});

test("only those that were used last are kept", () => {
  const memo = new CheckMemo();
  const often = memo.prepare(check("called"), "often");
  const once = memo.prepare(check("called"), "once");
  for (let index = 0; index < 150; index += 1) {
    memo.prepare(check("called"), `tool_${index}`);
    expect(memo.prepare(check("called"), "often")).toBe(often);
  }
  expect(memo.prepare(check("called"), "once")).not.toBe(once);
});
