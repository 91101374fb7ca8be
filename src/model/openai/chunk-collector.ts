import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { ReplyPart, StopReason } from "../chat.ts";
import type { StreamedReply } from "../streaming/reply-stream.ts";
import { textIn } from "../streaming/text-in.ts";
import { noUsage } from "../usage.ts";
import { completionUsage } from "./completion-usage.ts";
import { StreamedCalls } from "./streamed-calls.ts";

/** Puts a reply together from the chunks of a completion. */
export class ChunkCollector {
  readonly #calls: StreamedCalls;
  #text = "";
  #usage = noUsage;
  #hasUsage = false;
  #servedModel = "";
  #finishReason = "";
  #hasRefusal = false;
  #hasContent = false;
  #isDone = false;
  /** What the last chunk has added to the text. */
  words = "";

  /** The ids are those of the calls in the conversation so far. */
  constructor(usedIds: ReadonlySet<string>) {
    this.#calls = new StreamedCalls(usedIds);
  }

  /** Whether anything of the content has come, thoughts included. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** Whether the stream has said that nothing more will come, and the reply is whole. */
  get isComplete(): boolean {
    return this.#isDone && this.#finishReason !== "";
  }

  /** Takes the mark at the end of the stream. */
  finish(): void {
    this.words = "";
    this.#isDone = true;
  }

  /** Takes the next chunk; gives back what is wrong with it, if anything is. */
  add(chunk: JsonObject): string | undefined {
    this.words = "";
    this.#servedModel ||= textIn(chunk, "model");
    this.#hasUsage ||= isJsonObject(chunk["usage"]);
    this.#usage = completionUsage(chunk["usage"], this.#usage);
    const choice = firstChoice(chunk["choices"]);
    if (choice === undefined) return undefined;
    const { delta } = choice;
    const problem = isJsonObject(delta) ? this.#extend(delta) : undefined;
    return problem ?? this.#end(textIn(choice, "finish_reason"));
  }

  /**
   * Undefined as long as anything is missing. A server that sends no mark at the end must at least have
   * told the usage, which comes after all else.
   */
  reply(): StreamedReply | undefined {
    const isWhole = this.#finishReason !== "" && (this.#isDone || this.#hasUsage);
    if (!isWhole) return undefined;
    return {
      parts: this.#parts(),
      stopReason: this.#stopReason(),
      usage: this.#usage,
      servedModel: this.#servedModel,
    };
  }

  #extend(delta: JsonObject): string | undefined {
    const { content = null, tool_calls: calls = null } = delta;
    if (content !== null && typeof content !== "string") return "content that is no text";
    const refusal = textIn(delta, "refusal");
    this.#hasRefusal ||= refusal !== "";
    this.words = (content ?? "") + refusal;
    this.#text += this.words;
    const isThought = textIn(delta, "reasoning_content") + textIn(delta, "reasoning") !== "";
    this.#hasContent ||= this.words !== "" || isThought;
    if (!Array.isArray(calls)) return undefined;
    for (const call of calls) {
      const problem = this.#calls.extend(call);
      if (problem !== undefined) return problem;
    }
    this.#hasContent ||= calls.length > 0;
    return undefined;
  }

  #end(reason: string): string | undefined {
    if (reason === "") return undefined;
    this.#finishReason = reason;
    if (!this.#calls.areNamed) return "a call without a name";
    // Servers that take calls out of the text have been seen to lose them on the way.
    return reason === "tool_calls" && this.#calls.count === 0
      ? "it ends for the sake of calls, and holds none"
      : undefined;
  }

  #parts(): readonly ReplyPart[] {
    const text = this.#text === "" ? [] : [{ type: "text" as const, text: this.#text }];
    return [...text, ...this.#calls.parts()];
  }

  /** A call that was forced ends with `stop`, and with some servers every call does. */
  #stopReason(): StopReason {
    if (this.#hasRefusal) return "refusal";
    const reason = stopReasons.get(this.#finishReason) ?? this.#finishReason;
    return reason === "end_turn" && this.#calls.count > 0 ? "tool_use" : reason;
  }
}

const stopReasons: ReadonlyMap<string, StopReason> = new Map([
  ["content_filter", "refusal"],
  ["length", "max_tokens"],
  ["stop", "end_turn"],
  ["tool_calls", "tool_use"],
]);

/** The only choice that is asked for; the chunk that tells the usage has none. */
function firstChoice(choices: JsonValue | undefined): JsonObject | undefined {
  const [first] = Array.isArray(choices) ? choices : [];
  return isJsonObject(first) ? first : undefined;
}
