import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { ReplyPart } from "../chat.ts";
import { textIn } from "../streaming/text-in.ts";
import { toolCallFrom } from "../streaming/tool-call-from.ts";

interface Block {
  /** As it was announced. */
  readonly start: JsonObject;
  /** What its deltas add up to: text, or arguments as JSON. */
  text: string;
  isClosed: boolean;
}

/** The blocks of a reply that is still coming. Each method gives back what is wrong, if anything is. */
export class StreamedBlocks {
  readonly #blocks = new Map<number, Block>();

  start({ index, content_block: start }: JsonObject): string | undefined {
    if (typeof index !== "number" || !isJsonObject(start)) return "a block without index";
    if (this.#blocks.has(index)) return `a second block ${index}`;
    this.#blocks.set(index, { start, text: textIn(start, "text"), isClosed: false });
    return undefined;
  }

  extend(event: JsonObject): string | undefined {
    const block = this.#open(event);
    const { delta } = event;
    if (block === undefined || !isJsonObject(delta)) return "a delta of no block";
    if (delta["type"] === "text_delta") block.text += textIn(delta, "text");
    if (delta["type"] === "input_json_delta") block.text += textIn(delta, "partial_json");
    return undefined;
  }

  close(event: JsonObject): string | undefined {
    const block = this.#open(event);
    if (block === undefined) return "the end of no block";
    block.isClosed = true;
    return undefined;
  }

  get areClosed(): boolean {
    return [...this.#blocks.values()].every(({ isClosed }) => isClosed);
  }

  parts(): readonly ReplyPart[] {
    return [...this.#blocks.values()].flatMap(partsOf);
  }

  #open({ index }: JsonObject): Block | undefined {
    const block = this.#blocks.get(Number(index));
    return block === undefined || block.isClosed ? undefined : block;
  }
}

/** Thinking and the provider's own tools are no part of a reply here. */
function partsOf({ start, text }: Block): readonly ReplyPart[] {
  if (start["type"] === "text") return text === "" ? [] : [{ type: "text", text }];
  if (start["type"] !== "tool_use") return [];
  const raw = text === "" ? JSON.stringify(start["input"] ?? {}) : text;
  return [toolCallFrom(textIn(start, "id"), textIn(start, "name"), raw)];
}
