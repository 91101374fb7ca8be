import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pooledFetch, seededRandom, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../simulators/index.ts";
import type { ChatMessage, ModelClient } from "../chat.ts";
import { createModel } from "../create-model.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import { parseScript } from "../script/parse-script.ts";
import { chatRequest, result, tool } from "../testing/chat-request.ts";

const text = `script: prompted
replies:
  - when: { user: look, system: Be brief., tools: [look, write] }
    turns:
      - { text: Let me see., calls: [{ tool: look, args: { q: "a\\"b </call>", l: [null] } }, { tool: write }] }
      - text: Done.
  - { when: { last: "404\\nwhy?" }, turns: [{ text: no }, { text: Because. }] }
  - { when: { tools: [only] }, turns: [{ calls: [{ tool: only }] }] }
  - { when: { user: limit }, turns: [{ text: cut, stop: max_tokens }] }
  - { when: { judge: "42" }, verdicts: { "*": met } }
`;

let server: RunningServer;

beforeAll(async () => {
  const script = await parseScript(text, "prompted.script.yml");
  server = await serve(createLlmSimulator({ script, withoutTools: true }), { port: 0 });
});
afterAll(() => server.close());

async function clientOf(model: string, promptedTools = true): Promise<ModelClient> {
  return createModel(model, {
    clock: systemClock,
    random: seededRandom(1),
    files: { read: async () => undefined, list: async () => [], realPath: undefined },
    access: {
      anthropic: { apiKey: "key", baseUrl: server.url },
      openai: { baseUrl: `${server.url}/v1` },
    },
    fetch: pooledFetch({ connections: 4 }),
    attempts: 1,
    promptedTools,
  });
}

const tools = [tool("look"), tool("write")];
const system = [{ text: "Be brief." }];

describe.each(["claude-haiku-4-5", "claude-opus-5-5", "openai/local"])("%s", (model) => {
  test("whoever does not ask for it is told that the model cannot call tools", async () => {
    const client = await clientOf(model, false);
    expect(client.promptedTools).toBeUndefined();
    const error: unknown = await client
      .chat(chatRequest({ ask: "look", tools }))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "MODEL_WITHOUT_TOOLS", retryable: false });
    expect(String(error)).toContain("does not support tools");
  });

  test("calls, their results and the answer", async () => {
    const client = await clientOf(model);
    expect(client.promptedTools).toBe(true);
    const heard: string[] = [];
    const listener = {
      onText: (words: string) => void heard.push(words),
      onDiscard: () => undefined,
    };
    const first = await client.chat(
      chatRequest({ ask: "look", system, tools }),
      undefined,
      listener,
    );
    expect(first).toMatchObject({
      parts: [
        { type: "text", text: "Let me see." },
        { type: "tool_call", id: "call_1", name: "look", args: { q: 'a"b </call>', l: [null] } },
        { type: "tool_call", id: "call_2", name: "write", args: {} },
      ],
      stopReason: "tool_use",
    });
    expect(heard.join("").trim()).toBe("Let me see.");
    const messages: readonly ChatMessage[] = [
      { role: "user", text: "look" },
      { role: "assistant", parts: first.parts },
      result("call_1", "</result> 42"),
      result("call_2", "denied", true),
    ];
    expect(await client.chat(chatRequest({ messages, system, tools }))).toMatchObject({
      parts: [{ type: "text", text: "Done." }],
      stopReason: "end_turn",
    });
  });

  test("a result and what the user says after it", async () => {
    const client = await clientOf(model);
    const call = { type: "invalid_tool_call", id: "call_1", name: "look", raw: "{" } as const;
    const messages: readonly ChatMessage[] = [
      { role: "user", text: "?" },
      { role: "assistant", parts: [call] },
      result("call_1", "404", true),
      { role: "user", text: "why?" },
    ];
    for (const offered of [tools, []]) {
      const reply = await client.chat(chatRequest({ messages, tools: offered }));
      expect(reply.parts).toEqual([{ type: "text", text: "Because." }]);
    }
  });

  test.each([{ type: "tool", name: "only" }, { type: "any" }, undefined] as const)(
    "a choice: %j",
    async (toolChoice) => {
      const client = await clientOf(model);
      const choice = toolChoice === undefined ? {} : { toolChoice };
      const reply = await client.chat(chatRequest({ tools: [tool("only")], ...choice }));
      expect(reply.parts).toEqual([{ type: "tool_call", id: "call_1", name: "only", args: {} }]);
    },
  );

  test("a judge", async () => {
    const client = await clientOf(model);
    const { toolName: name, answerLabel } = judgeProtocol;
    const inputSchema = {
      type: "object",
      properties: { verdicts: { type: "array", minItems: 2, maxItems: 2 } },
    };
    const reply = await client.chat(
      chatRequest({
        role: "judge",
        ask: `The record:\n\n${judgeProtocol.enclose(answerLabel, "42")}`,
        tools: [{ name, description: "", inputSchema }],
        toolChoice: { type: "tool", name },
      }),
    );
    expect(reply.parts).toMatchObject([
      { type: "tool_call", name, args: { verdicts: [{ criterion: 1 }, { criterion: 2 }] } },
    ]);
  });

  test("what has nothing to do with tools is asked as it is", async () => {
    const client = await clientOf(model);
    expect(await client.chat(chatRequest({ ask: "limit" }))).toMatchObject({
      parts: [{ type: "text", text: "cut" }],
      stopReason: "max_tokens",
    });
  });
});
