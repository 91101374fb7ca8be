import process from "node:process";
import { type RunOptions, startSession } from "../src/engine/index.ts";
import { parseFlow, renderTemplate } from "../src/flow/index.ts";
import { type ChatReply, createModel, type ModelClient } from "../src/model/index.ts";
import {
  diskFiles,
  pooledFetch,
  seededRandom,
  sha256Hex,
  systemClock,
} from "../src/platform/index.ts";
import { createMockRuntime, parseMocks } from "../src/tools/index.ts";
import { answerCommands, processorMs, repeat } from "./engine/protocol.ts";
import { flowText, model, question, toolResult } from "./engine/workload.ts";

/** flowproof's engine, with its provider over HTTP, or with a model that costs nothing (`alone`). */
const [, , url = "", kind = "http"] = process.argv;
const flow = parseFlow(flowText, "bench.yml");
const clock = systemClock;
const block = { run_glql_query: { returns: toolResult } };
const { mocks } = await parseMocks(block, { folder: ".", files: diskFiles });
const client = kind === "alone" ? instantModel() : await httpModel(pooledFetch({ connections: 8 }));

answerCommands({
  turns: async (command) => [
    await processorMs(() => repeat(command, () => startSession(options(client)))),
  ],
  conversation: ({ turns }) => conversation(turns),
  body: firstBody,
});
process.send?.({ url });

async function conversation(turns: number): Promise<readonly number[]> {
  let session: Awaited<ReturnType<typeof startSession>> | undefined;
  const times = [
    await processorMs(async () => {
      session = await startSession(options(client));
    }),
  ];
  while (times.length < turns) times.push(await processorMs(async () => session?.send(question)));
  return times;
}

function options(asked: ModelClient): RunOptions {
  return {
    flow,
    goal: question,
    context: { project: "shop/web" },
    tools: createMockRuntime(mocks, { render: renderTemplate, clock }),
    model: asked,
    clock,
    hash: sha256Hex,
    workflowId: "1",
    trial: 0,
  };
}

function httpModel(fetch: typeof globalThis.fetch): Promise<ModelClient> {
  return createModel(`anthropic/${model}`, {
    clock,
    random: seededRandom(0),
    files: diskFiles,
    fetch,
    attempts: 1,
    access: { anthropic: { apiKey: "x", baseUrl: url } },
  });
}

/** What a run sends first, taken where it would be sent. */
async function firstBody(): Promise<Readonly<Record<string, unknown>>> {
  let body: Readonly<Record<string, unknown>> = {};
  const captured = await httpModel((_, init) => {
    body = typeof init?.body === "string" ? JSON.parse(init.body) : {};
    return Promise.reject(new Error("captured"));
  });
  await startSession(options(captured)).catch(() => undefined);
  return body;
}

/** The replies of the script, without a request, a response or a script. */
function instantModel(): ModelClient {
  const reply: Omit<ChatReply, "parts"> = {
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
    servedModel: model,
    firstTokenMs: 0,
    activeMs: 0,
    waitMs: 0,
    attempts: 1,
  };
  let calls = 0;
  return {
    id: `test/${model}`,
    kind: "live",
    chat: ({ messages }) => {
      const text = { type: "text", text: "There are 42 open issues in shop/web." } as const;
      if (messages.at(-1)?.role === "tool") return Promise.resolve({ ...reply, parts: [text] });
      calls += 1;
      const call = {
        type: "tool_call",
        id: `toolu_${calls}`,
        name: "run_glql_query",
        args: { glql_yaml: "query: type = Issue" },
      } as const;
      return Promise.resolve({ ...reply, parts: [text, call] });
    },
  };
}
