import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixedClock } from "../../../../fixtures/engine/fixed-clock.ts";
import type { Random } from "../../../core/random.ts";
import { parseFlow } from "../../../flow/index.ts";
import {
  type ChatReply,
  type ChatRequest,
  type ModelClient,
  type ReplyPart,
  textOf,
} from "../../../model/index.ts";
import { type RunOptions, runFlow } from "../../index.ts";

const fixtures = join(import.meta.dirname, "../../../../fixtures/engine/flows");
const flow = parseFlow(readFileSync(join(fixtures, "supervisor.yml"), "utf8"), "supervisor.yml");
const tasks = ["w one", "v two", "w three"];

/** Answers by what it is asked, word by word, each when it likes. */
function restlessModel(random: Random): ModelClient {
  const pause = (): Promise<unknown> =>
    new Promise((resolve) => setTimeout(resolve, random.next() * 4));
  return {
    id: "test/restless",
    kind: "script",
    chat: async (request, _signal, listener) => {
      const parts = partsFor(request);
      for (const word of textOf(parts).split(/(?<= )/)) {
        await pause();
        listener?.onText(word);
      }
      return replyOf(parts);
    },
  };
}

function partsFor({ messages }: ChatRequest): readonly ReplyPart[] {
  const [first] = messages;
  const goal = first?.role === "user" ? first.text : "";
  if (goal === "begin") {
    return messages.length > 1 ? [{ type: "text", text: "all is done" }] : delegations();
  }
  if (messages.length > 1 || goal.includes("two")) {
    return [{ type: "text", text: `the answer to ${goal}` }];
  }
  return [
    { type: "text", text: `let me see about ${goal}` },
    { type: "tool_call", id: `call ${goal}`, name: "echo", args: { q: goal } },
  ];
}

function delegations(): readonly ReplyPart[] {
  return tasks.map((task, index) => ({
    type: "tool_call",
    id: `delegation ${index}`,
    name: "delegate_task",
    args: { subagent_name: task.slice(0, 1), description: task, prompt: task },
  }));
}

function replyOf(parts: readonly ReplyPart[]): ChatReply {
  return {
    parts,
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
    servedModel: "restless",
    firstTokenMs: 0,
    activeMs: 0,
    waitMs: 0,
    attempts: 1,
  };
}

/** Everything that is told of a run, and what came of it. */
async function told(random: Random): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  const options: RunOptions = {
    flow,
    goal: "begin",
    context: { project: "shop/web" },
    tools: {
      spec: (name) => ({
        name,
        description: name,
        inputSchema: { type: "object", properties: { q: { type: "string" } } },
        scope: "none",
        writes: false,
        privileges: [],
        origin: "suite",
      }),
      call: async ({ args }) => {
        heard.push({ executed: args });
        await new Promise((resolve) => setTimeout(resolve, random.next() * 4));
        return { type: "value", value: `E:${JSON.stringify(args)}` };
      },
    },
    model: restlessModel(random),
    clock: fixedClock,
    hash: (text) => text,
    workflowId: "1",
    trial: 0,
    features: ["dap_parallel_subagents"],
    onEvent: (event) => void heard.push(event),
    onProgress: (progress) => void heard.push(progress),
  };
  heard.push(await runFlow(options));
  return heard;
}

test("the record of agents that work at the same time does not depend on who is faster", async () => {
  const first = await told({ next: () => 0 });
  expect(first.at(-1)).toMatchObject({ status: "completed", answer: "all is done", replies: 7 });
  for (let seed = 1; seed <= 8; seed += 1) {
    let state = seed;
    const random = { next: () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647 };
    expect(await told(random)).toEqual(first);
  }
});

test("what an agent says is heard before it is recorded, under its name", async () => {
  const heard = await told({ next: () => 0.5 });
  const from = heard.findIndex((each) => isOf(each, "component_entered", "w"));
  const upTo = heard.findIndex((each) => isOf(each, "model_called", "w"));
  const words = heard.slice(from, upTo).flatMap((each) => (isText(each) ? [each] : []));
  expect(words.map(({ text }) => text).join("")).toBe("let me see about W w one");
  expect(new Set(words.map(({ component }) => component))).toEqual(new Set(["w"]));
});

function isOf(value: unknown, type: string, component: string): boolean {
  return JSON.stringify(value).startsWith(`{"type":"${type}","component":"${component}"`);
}

function isText(value: unknown): value is { readonly component: string; readonly text: string } {
  return typeof value === "object" && value !== null && "text" in value && "component" in value;
}
