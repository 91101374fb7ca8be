import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { caseName } from "./case-name.ts";
import { type ExpectFrame, readExpect } from "./read-expect.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";
import type { CaseTurn } from "./suite.ts";

/** The user's side of a case: `ask`, or `conversation`, and not both. */
export function readTurns(
  value: JsonObject,
  path: SuitePath,
  frame: ExpectFrame,
): readonly CaseTurn[] {
  const { ask, conversation } = value;
  const { reader } = frame;
  if ((ask === undefined) === (conversation === undefined)) {
    const name = caseName(value);
    reader.add({
      path: ask === undefined ? path : [...path, "conversation"],
      code: "EVAL_CASE_QUESTION",
      atKey: true,
      message:
        ask === undefined
          ? `${name} has neither \`ask\` nor \`conversation\``
          : `${name} has both \`ask\` and \`conversation\``,
      hint: "write `ask` for one message of the user, `conversation` for several turns",
    });
  }
  if (ask !== undefined) return [{ user: messageOf(ask, [...path, "ask"], reader), checks: [] }];
  if (!isJsonArray(conversation)) return [];
  if (conversation.length === 0) saysNothing(reader, [...path, "conversation"]);
  return conversation.flatMap((turn, index) =>
    readTurn(turn, [...path, "conversation", index], {
      ...frame,
      setting: { ...frame.setting, turns: frame.setting.turns - conversation.length + index + 1 },
    }),
  );
}

function readTurn(turn: JsonValue, path: SuitePath, frame: ExpectFrame): readonly CaseTurn[] {
  if (!isJsonObject(turn)) return [];
  const { user, expect } = turn;
  const checks = readExpect(expect, [...path, "expect"], frame);
  return [{ user: messageOf(user, [...path, "user"], frame.reader), checks }];
}

function messageOf(value: JsonValue | undefined, path: SuitePath, reader: SuiteReader): string {
  if (typeof value !== "string") return "";
  if (value.trim() === "") saysNothing(reader, path);
  return value;
}

function saysNothing(reader: SuiteReader, path: SuitePath): void {
  reader.add({
    path,
    code: "EVAL_CASE_QUESTION",
    message: "the user says nothing",
    hint: "write what the user asks",
  });
}
