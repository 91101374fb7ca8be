import { describe, expect, test } from "vitest";
import { knownSpans } from "./known-spans.ts";

const secret = "0123456789abcdefghijklmnopqrstuvwxyz";
const find = knownSpans([secret, "0123456789abcdefgh-another-ending", "short-1"]);

describe("knownSpans", () => {
  test.each<[string, string, readonly string[]]>([
    ["all of it", `a ${secret} b`, [secret]],
    ["its beginning", `a ${secret.slice(0, 20)}… b`, [secret.slice(0, 20)]],
    ["its end", `…${secret.slice(-20)} b`, [secret.slice(-20)]],
    [
      "the longer one of two that begin alike",
      "0123456789abcdefgh-another…",
      ["0123456789abcdefgh-another"],
    ],
    ["a short one, whole", "a short-1 b", ["short-1"]],
    ["nothing of less than half", `a ${secret.slice(0, 16)} ${secret.slice(-17)} b`, []],
    ["nothing of a part of a short one", "a short- b", []],
    ["nothing of its middle", `a ${secret.slice(5, 30)} b`, []],
  ])("finds %s", (_, text, found) => {
    const parts = find(text).map(({ start, end }) => text.slice(start, end));
    expect([...new Set(parts)]).toEqual(found);
  });

  test("knows nothing, finds nothing", () => {
    expect(knownSpans([])(secret)).toEqual([]);
  });
});
