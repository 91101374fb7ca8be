import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { toMessagesBody } from "../anthropic/to-messages-body.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import { chatRequest, tool } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { answerScript } from "./answer-script.ts";
import type { ScriptFileEntry } from "./script-file.ts";

const name = judgeProtocol.preferenceToolName;
const { first: firstLabel, second: secondLabel } = judgeProtocol.pairLabels;

/** A judge's request that shows two answers; of a conversation several each. */
function request(first: readonly string[], second: readonly string[]) {
  const shown = (label: string, texts: readonly string[]) =>
    texts.map((text, index) =>
      judgeProtocol.enclose(texts.length > 1 ? `${label} ${index + 1}` : label, text),
    );
  const ask = ["Question:", judgeProtocol.enclose("question", "42?")]
    .concat(shown(firstLabel, first), shown(secondLabel, second))
    .join("\n");
  const toolChoice = { type: "tool", name } as const;
  return toMessagesBody(chatRequest({ ask, tools: [tool(name)], toolChoice }), "script/test");
}

function said(
  entries: readonly ScriptFileEntry[],
  first: readonly string[] = ["There are 42 of them."],
  second: readonly string[] = ["I cannot say."],
) {
  const answer = answerScript(scriptOf(entries), request(first, second), 0);
  const block = answer.type === "reply" ? answer.content[0] : undefined;
  return block?.type === "tool_use" ? block : undefined;
}

const when = { judge: { $exists: true } };
const has42: ScriptFileEntry = { when, prefers: { $contains: "42" } };

describe("a matcher prefers the answer that it matches", () => {
  test.each([
    ["There are 42 of them.", "I cannot say.", "first", "There are 42 of them."],
    ["I cannot say.", "There are 42 of them.", "second", "There are 42 of them."],
    ["42, I say.", "It is 42 indeed.", "tie", ""],
    ["I cannot say.", "", "tie", ""],
  ])("%j against %j: %s", (first, second, winner, evidence) => {
    const call = said([has42], [first], [second]);
    expect(call).toMatchObject({ name, input: { winner, evidence } });
  });
});

test.each(["first", "second", "tie", "cannot_tell"] as const)("always %s", (winner) => {
  expect(said([{ when, prefers: winner }])?.input).toMatchObject({ winner });
});

test("of a conversation every answer counts, and one of them is quoted", () => {
  const call = said([has42], ["Ahoy!", "There are 42."], ["Hello", "None."]);
  expect(call?.input).toMatchObject({ winner: "first", evidence: "There are 42." });
});

test("an empty winner is shown by what the other says", () => {
  const call = said([{ when, prefers: { $equals: "" } }], [""], ["Rude words, all of them."]);
  expect(call?.input).toMatchObject({ winner: "first", evidence: "Rude words, all of them." });
});

test("judge is matched on both answers, whichever stands first", () => {
  const entries: readonly ScriptFileEntry[] = [
    { when: { judge: { $contains: "cannot say" } }, prefers: "second" },
    { when, prefers: "first" },
  ];
  expect(said(entries)?.input).toMatchObject({ winner: "second" });
  expect(said(entries, ["I cannot say."], ["42"])?.input).toMatchObject({ winner: "second" });
  expect(said(entries, ["41"], ["42"])?.input).toMatchObject({ winner: "first" });
});

test("verdicts answer no such request, and a preference no other", () => {
  const verdicts: ScriptFileEntry = { when, verdicts: { "*": "met" } };
  expect(said([verdicts, has42])?.input).toMatchObject({ winner: "first" });
  expect(said([{ ...verdicts, prefers: "tie" }])?.input).toMatchObject({ winner: "tie" });
  const own = judgeProtocol.toolName;
  const ask = judgeProtocol.enclose("answer", "42");
  const body = toMessagesBody(chatRequest({ ask, tools: [tool(own)] }), "script/test");
  const answer = answerScript(scriptOf([has42, verdicts]), body, 0);
  expect(answer).toMatchObject({ content: [{ type: "tool_use", name: own }] });
});

test("who says nothing of two answers is told what to write", () => {
  const error = (): unknown => said([{ when, verdicts: { "*": "met" } }]);
  expect(error).toThrow(AppError);
  expect(error).toThrow(
    'matches a judge\'s request that holds the answer "There are 42 of them." against "I cannot say."',
  );
});
