import type { JsonObject } from "../../core/json.ts";
import { type ChatRequest, judgeProtocol } from "../../model/index.ts";
import { recordText } from "../judge-request.ts";
import type { TranscriptPart } from "../transcript.ts";
import { pairClosing, pairCriteriaText, pairSystem } from "./pair-prompt.ts";

/** A preference should depend on the answers and on nothing else. */
export const pairParameters = { maxTokens: 2_000, temperature: 0 } as const;

/** The arguments of the one tool; evidence and reasoning come first, as a model should look before it decides. */
export const preferenceSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["evidence", "reasoning", "winner"],
  properties: {
    evidence: {
      type: "string",
      description:
        "Words copied from the answers, letter by letter; … between separate passages. Empty only for tie and cannot_tell.",
    },
    reasoning: {
      type: "string",
      description: "Two or three sentences: why the evidence makes one answer better, or neither.",
    },
    winner: { type: "string", enum: ["first", "second", "tie", "cannot_tell"] },
  },
};

/** The first request: question and answers between markers, what is asked of them, the instruction again. */
export function pairRequest(
  parts: readonly TranscriptPart[],
  criteria: readonly string[],
): ChatRequest {
  const asked = criteria.length === 0 ? [] : [pairCriteriaText(criteria)];
  const text = [...recordText(parts), ...asked, pairClosing].join("\n\n");
  return {
    role: "judge",
    system: [{ text: pairSystem }],
    messages: [{ role: "user", text }],
    tools: [
      {
        name: judgeProtocol.preferenceToolName,
        description: "Records which answer serves the user better. Call it exactly once.",
        inputSchema: preferenceSchema,
      },
    ],
    toolChoice: { type: "tool", name: judgeProtocol.preferenceToolName },
    ...pairParameters,
    trial: 0,
  };
}
