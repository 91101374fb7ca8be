import type { ReplyPart, StopReason, Usage } from "../chat.ts";

/** A reply as its stream told it. */
export interface StreamedReply {
  readonly parts: readonly ReplyPart[];
  readonly stopReason: StopReason;
  readonly usage: Usage;
  /** Empty where the stream does not say. */
  readonly servedModel: string;
}

/** A reply that is still coming, in the words of one interface. */
export interface ReplyStream {
  /** Whether anything of the content has come. */
  readonly hasContent: boolean;
  /** Whether the stream has said that nothing more will come. */
  readonly isComplete: boolean;
  /**
   * Takes the data of the next event; gives back what it adds to the text of the reply.
   *
   * @throws ModelError when the event is an error, or cannot come here.
   */
  add(data: string): string;
  /** Undefined as long as anything is missing. */
  reply(): StreamedReply | undefined;
}
