import type { SystemBlock } from "../model/index.ts";
import { sha256Hex } from "../platform/index.ts";
import type { KeptBlock, ModelCalled, TextKept } from "./events/index.ts";

/** Shorter texts are not worth an id. */
const minLength = 200;
const idLength = 16;
/** A text that has not come up for a long time is written again; texts that never come again cost no memory. */
const maxTexts = 500;

/** Takes long texts out of requests: a run asks the same prompts over and over. */
export class TextShelf {
  readonly #clean: (text: string) => string;
  readonly #keep: (event: TextKept) => void;
  /** Ids by text, the one that was used last at the end. */
  readonly #ids = new Map<string, string>();

  /** What is kept is free of secrets: it is cleaned before its id is made. */
  constructor(clean: (text: string) => string, keep: (event: TextKept) => void) {
    this.#clean = clean;
    this.#keep = keep;
  }

  /** The same event, with ids in place of its long texts; what they stand for is kept before. */
  shorten(event: ModelCalled): ModelCalled {
    const { system } = event.request;
    if (system === undefined) return event;
    const blocks = system.map((block) => this.#shortBlock(block));
    return { ...event, request: { ...event.request, system: blocks } };
  }

  #shortBlock(block: SystemBlock | KeptBlock): SystemBlock | KeptBlock {
    if ("kept" in block || block.text.length < minLength) return block;
    const { text, ...rest } = block;
    return { kept: this.#idOf(text), ...rest };
  }

  #idOf(text: string): string {
    const known = this.#ids.get(text);
    if (known !== undefined) {
      this.#ids.delete(text);
      this.#ids.set(text, known);
      return known;
    }
    const clean = this.#clean(text);
    const id = sha256Hex(clean).slice(0, idLength);
    this.#keep({ type: "text_kept", id, text: clean });
    this.#ids.set(text, id);
    for (const oldest of this.#ids.keys()) {
      if (this.#ids.size <= maxTexts) break;
      this.#ids.delete(oldest);
    }
    return id;
  }
}
