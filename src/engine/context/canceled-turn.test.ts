import { expect, test } from "vitest";
import { pyStr } from "../../core/python/py-str.ts";
import { canceledTurn } from "./canceled-turn.ts";

/** A log of entries of the user with these lengths. */
function log(...lengths: readonly number[]): Parameters<typeof canceledTurn>[0] {
  const entries = lengths.map((length) => ({
    message_type: "user",
    content: "é".repeat(length / 2),
  }));
  return [{ category: "cancelled_turn", content: JSON.stringify(entries) }];
}

test.each<[what: string, lengths: readonly number[], kept: number]>([
  ["nothing", [], 0],
  ["what fits into 32 KiB", [16_000, 16_000], 2],
  ["no more than fits, counted in bytes", [16_000, 16_000, 16_000], 2],
  ["the latest of it", [40_000, 10], 1],
  ["not even the last when that is too long", [10, 40_000], 0],
])("the log keeps %s", (_what, lengths, kept) => {
  const entries = canceledTurn(log(...lengths)) ?? [];
  expect(entries).toHaveLength(kept);
  const keptLengths = entries.map((entry) => pyStr(entry.get("content") ?? "").length * 2);
  expect(keptLengths).toEqual(lengths.slice(lengths.length - entries.length));
});

test("of several logs the last counts, and none is not an empty one", () => {
  expect(canceledTurn([...log(2, 2), ...log(2)])).toHaveLength(1);
  expect(canceledTurn([])).toBeUndefined();
});
