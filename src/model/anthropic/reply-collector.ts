import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { StreamedReply } from "../streaming/reply-stream.ts";
import { textIn } from "../streaming/text-in.ts";
import { noUsage } from "../usage.ts";
import { StreamedBlocks } from "./streamed-blocks.ts";
import { streamedUsage } from "./streamed-usage.ts";

/** Puts a reply together from the events of a stream. */
export class ReplyCollector {
  readonly #blocks = new StreamedBlocks();
  #message: JsonObject | undefined;
  #usage = noUsage;
  #stopReason = "";
  #hasContent = false;
  #isComplete = false;

  /** Whether anything of the content has come. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** Whether the stream has said that the reply is complete. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes the next event; gives back what is wrong with it, if anything is. */
  add(event: JsonObject): string | undefined {
    switch (textIn(event, "type")) {
      case "message_start":
        return this.#start(event);
      case "content_block_start":
        return this.#blocks.start(event);
      case "content_block_delta":
        this.#hasContent = true;
        return this.#blocks.extend(event);
      case "content_block_stop":
        return this.#blocks.close(event);
      case "message_delta":
        this.#finish(event);
        return undefined;
      case "message_stop":
        this.#isComplete = true;
        return undefined;
      default:
        // The API may add types of events; those that are not known say nothing that matters here.
        return undefined;
    }
  }

  /** Undefined as long as anything is missing. */
  reply(): StreamedReply | undefined {
    const isWhole = this.#isComplete && this.#blocks.areClosed && this.#stopReason !== "";
    if (!isWhole || this.#message === undefined) return undefined;
    return {
      parts: this.#blocks.parts(),
      stopReason: this.#stopReason,
      usage: this.#usage,
      servedModel: textIn(this.#message, "model"),
    };
  }

  #start({ message }: JsonObject): string | undefined {
    if (this.#message !== undefined) return "a second start";
    if (!isJsonObject(message)) return "a start without message";
    this.#message = message;
    this.#usage = streamedUsage(message["usage"], this.#usage);
    return undefined;
  }

  #finish({ delta, usage }: JsonObject): void {
    // A later delta may bring counts only: it takes nothing back.
    if (isJsonObject(delta)) this.#stopReason = textIn(delta, "stop_reason") || this.#stopReason;
    this.#usage = streamedUsage(usage, this.#usage);
  }
}
