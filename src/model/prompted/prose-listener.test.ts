import { expect, test } from "vitest";
import { proseListener } from "./prose-listener.ts";

const open = "<call-0123456789>";

function heard(pieces: readonly string[]): string {
  let text = "";
  const listener = proseListener(
    {
      onText: (words) => {
        text += words;
      },
      onDiscard: () => {
        text = "";
      },
    },
    open,
  );
  for (const piece of pieces) listener.onText(piece);
  return text;
}

test.each([
  ["Let me see.", "Let me see."],
  [`Let me see. ${open}{"tool":"x"}`, "Let me see. "],
  ["a < b, <call me> now", "a < b, <call me> now"],
  [`${open}{}`, ""],
])("of %j is heard %j, however it comes", (text, expected) => {
  expect(heard([text])).toBe(expected);
  expect(heard(text.split(""))).toBe(expected);
});

test("an attempt that failed is forgotten", () => {
  const words: string[] = [];
  const listener = proseListener(
    { onText: (text) => void words.push(text), onDiscard: () => void words.push("!") },
    open,
  );
  listener.onText(`a${open}`);
  listener.onDiscard();
  listener.onText("b");
  expect(words).toEqual(["a", "!", "b"]);
});
