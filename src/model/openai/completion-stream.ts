import type { ChatRequest } from "../chat.ts";
import { callIdsOf } from "../streaming/free-call-id.ts";
import { type FailureContext, replyCut } from "../streaming/reply-failure.ts";
import type { ReplyStream, StreamedReply } from "../streaming/reply-stream.ts";
import { parseEvent } from "../streaming/stream-events.ts";
import { ChunkCollector } from "./chunk-collector.ts";
import { chunkFailure } from "./openai-failure.ts";

/** A chat completion that is still coming. */
export class CompletionStream implements ReplyStream {
  readonly #collector: ChunkCollector;
  readonly #request: ChatRequest;
  readonly #context: FailureContext;

  constructor(request: ChatRequest, context: FailureContext) {
    this.#collector = new ChunkCollector(callIdsOf(request));
    this.#request = request;
    this.#context = context;
  }

  get hasContent(): boolean {
    return this.#collector.hasContent;
  }

  get isComplete(): boolean {
    return this.#collector.isComplete;
  }

  add(data: string): string {
    if (data.trim() === "[DONE]") {
      this.#collector.finish();
      return "";
    }
    const chunk = parseEvent(data);
    const failure = chunkFailure(chunk, this.#request, this.#context);
    if (failure !== undefined) throw failure;
    const problem = this.#collector.add(chunk);
    if (problem !== undefined) throw replyCut(this.#context, problem);
    return this.#collector.words;
  }

  reply(): StreamedReply | undefined {
    return this.#collector.reply();
  }
}
