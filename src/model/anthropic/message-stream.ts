import { type FailureContext, replyCut } from "../streaming/reply-failure.ts";
import type { ReplyStream, StreamedReply } from "../streaming/reply-stream.ts";
import { parseEvent } from "../streaming/stream-events.ts";
import { eventFailure } from "./anthropic-failure.ts";
import { ReplyCollector } from "./reply-collector.ts";
import { wordsIn } from "./words-in.ts";

/** A reply of the Messages API that is still coming. */
export class MessageStream implements ReplyStream {
  readonly #collector = new ReplyCollector();
  readonly #context: FailureContext;

  constructor(context: FailureContext) {
    this.#context = context;
  }

  get hasContent(): boolean {
    return this.#collector.hasContent;
  }

  get isComplete(): boolean {
    return this.#collector.isComplete;
  }

  add(data: string): string {
    const event = parseEvent(data);
    if (event["type"] === "error") throw eventFailure(event, this.#context);
    const problem = this.#collector.add(event);
    if (problem !== undefined) throw replyCut(this.#context, problem);
    return wordsIn(event);
  }

  reply(): StreamedReply | undefined {
    return this.#collector.reply();
  }
}
