import { type ChatRequest, judgeProtocol } from "../model/index.ts";
import type { JudgeItems } from "./judge-input.ts";
import { itemsText, judgeClosing, judgeSystem } from "./judge-prompt.ts";
import type { TranscriptPart } from "./transcript.ts";
import { verdictSchema } from "./verdict-tool.ts";

const tokensForAll = 1_000;
const tokensForEach = 500;
const mostTokens = 16_000;

/** What a request to a judge has besides its text. */
export interface JudgeParameters {
  readonly maxTokens: number;
  readonly temperature: number;
}

/**
 * The parameters of a request. Verdicts should depend on the record and on nothing else, hence no
 * randomness; but several votes without any would be one vote, told several times.
 */
export function judgeParameters(
  { criteria, rubrics = [] }: JudgeItems,
  votes: number,
): JudgeParameters {
  const items = criteria.length + rubrics.length;
  return {
    // Room for a quotation and two sentences for each.
    maxTokens: Math.min(mostTokens, tokensForAll + tokensForEach * items),
    temperature: votes === 1 ? 0 : 1,
  };
}

/** What is asked of a judge about one trial. */
export interface JudgeQuestion extends JudgeItems {
  readonly parts: readonly TranscriptPart[];
  readonly trial: number;
  /** How often the same is asked. */
  readonly votes: number;
}

/** The first request to a judge: the record between markers, what is asked, the instruction again. */
export function judgeRequest({ parts, trial, votes, ...items }: JudgeQuestion): ChatRequest {
  const text = ["The record:", ...recordText(parts), itemsText(items), judgeClosing].join("\n\n");
  return {
    role: "judge",
    system: [{ text: judgeSystem }],
    messages: [{ role: "user", text }],
    tools: [
      {
        name: judgeProtocol.toolName,
        description: "Records everything that is decided. Call it exactly once.",
        inputSchema: verdictSchema(items),
      },
    ],
    toolChoice: { type: "tool", name: judgeProtocol.toolName },
    ...judgeParameters(items, votes),
    trial,
  };
}

/** Every piece between markers of its own, with our name of it. */
export function recordText(parts: readonly TranscriptPart[]): readonly string[] {
  return parts.map(({ label, text }) => `${title(label)}:\n${judgeProtocol.enclose(label, text)}`);
}

function title(label: string): string {
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
}
