import type { ModelCalled } from "../events/index.ts";
import { cutText } from "./cut-text.ts";
import { textSize } from "./size-of.ts";
import type { TranscriptText } from "./trial-transcript.ts";

/** Enough for every conversation of people; requests that repeat long histories would take far more. */
const maxBytes = 1024 * 1024;

/** Which texts models were sent in the user's name for the first time, by the step that is the reply. */
export class SentTexts {
  readonly #seen = new Set<string>();
  readonly #byStep = new Map<number, readonly TranscriptText[]>();
  #bytes = 0;

  add(step: number, { request }: ModelCalled): void {
    const texts = request.add
      .flatMap((message) => (message.role === "user" ? [cutText(message.text)] : []))
      .filter((each) => this.#isNew(each));
    if (texts.length > 0) this.#byStep.set(step, texts);
  }

  before(step: number): readonly TranscriptText[] {
    return this.#byStep.get(step) ?? [];
  }

  #isNew(text: TranscriptText): boolean {
    const bytes = textSize(text);
    if (this.#bytes + bytes > maxBytes || this.#seen.has(text.text)) return false;
    this.#bytes += bytes;
    this.#seen.add(text.text);
    return true;
  }
}
