import { expect, test } from "vitest";
import { clipMiddle } from "./clip-middle.ts";
import { transcriptParts } from "./transcript.ts";

const call = { tool: "get_issue", args: { id: 7 }, result: "x".repeat(50_000), isError: true };

test("pieces stand in the order of the conversation, numbered, errors named", () => {
  const parts = transcriptParts({
    question: ["first", "second"],
    answer: "done",
    calls: [call, { ...call, isError: false, result: "ok" }],
  });
  expect(parts.map(({ label }) => label)).toEqual([
    "question 1",
    "question 2",
    "call 1",
    "error of call 1",
    "call 2",
    "result of call 2",
    "answer",
  ]);
  expect(parts[2]?.text).toBe('get_issue {"id":7}');
});

test.each([1, 20, 400])("%i calls stay within bounds, however large", (count) => {
  const parts = transcriptParts({
    question: ["q".repeat(1_000_000)],
    answer: "a".repeat(1_000_000),
    calls: Array.from({ length: count }, () => ({ ...call, args: { text: "y".repeat(50_000) } })),
  });
  const size = parts.reduce((sum, { text }) => sum + text.length, 0);
  expect(size).toBeLessThan(350_000);
  expect(parts.at(-1)?.text).toContain("characters left out here");
});

test("clipping keeps both ends and whole characters", () => {
  const text = "😀".repeat(100);
  const clipped = clipMiddle(text, 51);
  expect(clipped.text).toBe(
    `${"😀".repeat(12)}\n[152 characters left out here]\n${"😀".repeat(12)}`,
  );
  expect(clipped.pieces).toEqual(["😀".repeat(12), "😀".repeat(12)]);
  expect(clipMiddle("short", 10)).toEqual({ text: "short", pieces: ["short"] });
});

test("half a character is no text", () => {
  const [question] = transcriptParts({ question: ["a\uD83Db"], answer: "", calls: [] });
  expect(question?.text).toBe("a\uFFFDb");
});
