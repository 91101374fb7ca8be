import type { ReplyListener } from "./chat.ts";

/** Tells a listener the words of one attempt, and takes them back if it was told any. */
export class HeardWords {
  readonly #listener: ReplyListener | undefined;
  #isHeard = false;

  constructor(listener: ReplyListener | undefined) {
    this.#listener = listener;
  }

  add(text: string): void {
    if (this.#listener === undefined || text === "") return;
    this.#isHeard = true;
    this.#listener.onText(text);
  }

  discard(): void {
    if (this.#isHeard) this.#listener?.onDiscard();

    this.#isHeard = false;
  }
}
