import type { JsonObject } from "../core/json.ts";
import { type ChatRequest, judgeProtocol } from "../model/index.ts";
import { criteriaText, judgeClosing, judgeSystem } from "./judge-prompt.ts";
import type { TranscriptPart } from "./transcript.ts";
import { verdictSchema } from "./verdict-tool.ts";

/** Verdicts should depend on the record and on nothing else. */
export const judgeTemperature = 0;
const tokensForAll = 1_000;
const tokensForEach = 500;
const mostTokens = 16_000;

/** Room for a reply: a quotation and two sentences for each criterion. */
export function judgeMaxTokens(criteria: number): number {
  return Math.min(mostTokens, tokensForAll + tokensForEach * criteria);
}

/** What is asked of a judge about one trial. */
export interface JudgeQuestion {
  readonly parts: readonly TranscriptPart[];
  readonly criteria: readonly string[];
  readonly trial: number;
}

/** The first request to a judge: the record between markers, the criteria, the instruction again. */
export function judgeRequest({ parts, criteria, trial }: JudgeQuestion): ChatRequest {
  const record = parts.map(
    ({ label, text }) => `${title(label)}:\n${judgeProtocol.enclose(label, text)}`,
  );
  const text = [
    "The record:",
    ...record,
    `The criteria:\n${criteriaText(criteria)}`,
    judgeClosing,
  ].join("\n\n");
  const inputSchema: JsonObject = verdictSchema(criteria.length);
  return {
    role: "judge",
    system: [{ text: judgeSystem }],
    messages: [{ role: "user", text }],
    tools: [
      {
        name: judgeProtocol.toolName,
        description: "Records the verdict on every criterion. Call it exactly once.",
        inputSchema,
      },
    ],
    toolChoice: { type: "tool", name: judgeProtocol.toolName },
    maxTokens: judgeMaxTokens(criteria.length),
    temperature: judgeTemperature,
    trial,
  };
}

function title(label: string): string {
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
}
