import { expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { errorCodes } from "../../core/errors/codes/index.ts";
import { readChatLine, slashCommands } from "./slash-command.ts";

test.each([
  "How many crates are there?",
  "/explain",
  "/explain this function",
  "  /tests\nfor the parser ",
  "/etc/hosts is what?",
  "/",
  "/ help",
  "a /nonsense inside",
  "",
  "/include",
  "/summarize_comments",
  "/troubleshoot",
  "/vulnerability_explain",
])("%j is a question", (content) => {
  expect(readChatLine(content)).toEqual({ kind: "question" });
});

test.each(["/new", "/clear", "/reset", " /new\n"])("%j begins a thread", (content) => {
  expect(readChatLine(content)).toEqual({ kind: "new-thread" });
});

test.each([
  ["/clean", 'Duo Chat has no command "/clean"', 'did you mean "/clear"?'],
  ["/Explain this", 'Duo Chat has no command "/Explain"', 'did you mean "/explain"?'],
  ["/sumarize_comments", /no command/, 'did you mean "/summarize_comments"?'],
  ["/banana", /no command/, /^one of: \/clear, \/explain, /],
  ["/new and now?", "/new of Duo Chat takes no text", /message of its own/],
])("%j is refused", (content, message, hint) => {
  const refused = (): unknown => readChatLine(content);
  expect(refused).toThrow(message);
  expect(refused).toThrow(
    expect.objectContaining({
      code: "DUO_CHAT_COMMAND_UNKNOWN",
      hint: typeof hint === "string" ? hint : expect.stringMatching(hint),
    }),
  );
});

test("what is refused is never sent to a terminal as it is", () => {
  const long = `/${"x".repeat(5000)}`;
  expect(() => readChatLine(long)).toThrow(AppError);
  expect(() => readChatLine(long)).toThrow(/^.{1,120}$/);
});

test("the documentation names all commands", () => {
  const { text } = errorCodes.DUO_CHAT_COMMAND_UNKNOWN;
  expect(slashCommands.filter((each) => !text.includes(each))).toEqual([]);
  expect([...text.matchAll(/(?<=[ ,])\/\w+/g)].map(([name]) => name)).toEqual(slashCommands);
});
