// The agent's loop and the judge's request by hand, as one writes them on the SDK with its defaults.
import { readFileSync } from "node:fs";
import { Anthropic } from "@anthropic-ai/sdk";
import { caseRequests } from "./case-requests.mjs";

/** Plays and judges cases: `{ play(index), judge(index) }`. */
export function agentLoop({ url, requests, kind }) {
  const client = new Anthropic({ apiKey: "x", baseURL: url, timeout: 600_000 });
  const { agent, judge, toolResult } = caseRequests(JSON.parse(readFileSync(requests, "utf8")));
  const ask = (request) =>
    kind === "stream"
      ? client.messages.stream(request).finalMessage()
      : client.messages.create(request);
  return {
    async play(index) {
      const request = agent(index);
      const calls = [];
      for (;;) {
        const { content } = await ask(request);
        request.messages.push({ role: "assistant", content });
        const asked = content.filter((block) => block.type === "tool_use");
        if (asked.length === 0) {
          return { calls, answer: content.find((block) => block.type === "text").text, toolResult };
        }
        calls.push(...asked);
        const results = asked.map(({ id }) => ({
          type: "tool_result",
          tool_use_id: id,
          content: toolResult,
        }));
        request.messages.push({ role: "user", content: results });
      }
    },
    async judge(index) {
      const { content } = await ask(judge(index));
      return content.find((block) => block.type === "tool_use").input.verdicts[0];
    },
  };
}
