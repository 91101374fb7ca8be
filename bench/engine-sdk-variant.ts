import process from "node:process";
import { Anthropic } from "@anthropic-ai/sdk";
import { answerCommands, processorMs, repeat } from "./engine/protocol.ts";
import { question, toolResult } from "./engine/workload.ts";

type Settings = Omit<Anthropic.MessageCreateParamsNonStreaming, "messages">;
type Message = Anthropic.MessageParam;

/** The agent loop as one writes it by hand on the SDK with its defaults: three ways of asking. */
const [, , url = "", kind = "stream", body = "{}"] = process.argv;
const client = new Anthropic({ apiKey: "x", baseURL: url });
const {
  messages: _,
  stream: __,
  ...settings
}: Settings & Record<string, unknown> = JSON.parse(body);
const ask = { stream, events, json }[kind] ?? stream;

answerCommands({
  turns: async (command) => [await processorMs(() => repeat(command, () => turn([])))],
  async conversation({ turns }) {
    const messages: Message[] = [];
    const times: number[] = [];
    while (times.length < turns) times.push(await processorMs(() => turn(messages)));
    return times;
  },
});
process.send?.({ url });

async function turn(messages: Message[]): Promise<void> {
  messages.push({ role: "user", content: [{ type: "text", text: question }] });
  for (;;) {
    const content = await ask(messages);
    messages.push({ role: "assistant", content });
    const results = content.flatMap((block) =>
      block.type === "tool_use"
        ? [{ type: "tool_result" as const, tool_use_id: block.id, content: toolResult }]
        : [],
    );
    if (results.length === 0) return;
    messages.push({ role: "user", content: results });
  }
}

/** The documented way to stream. */
async function stream(
  messages: Message[],
): Promise<Message["content"] & readonly Anthropic.ContentBlockParam[]> {
  const message = await client.messages.stream({ ...settings, messages }).finalMessage();
  return message.content;
}

/** Streaming without the helper: the fewest things that give a reply. */
async function events(messages: Message[]): Promise<Anthropic.ContentBlockParam[]> {
  const blocks: Anthropic.ContentBlockParam[] = [];
  let input = "";
  for await (const event of await client.messages.create({ ...settings, messages, stream: true })) {
    const last = blocks.at(-1);
    if (event.type === "content_block_start") {
      input = "";
      const { content_block: block } = event;
      if (block.type === "text") blocks.push({ type: "text", text: "" });
      if (block.type === "tool_use") blocks.push({ ...block, input: {} });
    } else if (event.type === "content_block_delta") {
      if (event.delta.type === "text_delta" && last?.type === "text") last.text += event.delta.text;
      if (event.delta.type === "input_json_delta") input += event.delta.partial_json;
    } else if (event.type === "content_block_stop" && last?.type === "tool_use") {
      last.input = JSON.parse(input === "" ? "{}" : input);
    }
  }
  return blocks;
}

/** Without streaming, which the SDK refuses for long replies unless a timeout is named. */
async function json(messages: Message[]): Promise<Anthropic.ContentBlockParam[]> {
  const { content } = await client.messages.create({ ...settings, messages }, { timeout: 600_000 });
  return content;
}
