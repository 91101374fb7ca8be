import { printable } from "../../../src/core/text/printable.ts";

/** The beginning of a control sequence, of a line's end, or of a character. */
const unfinished =
  // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
  /(?:\u001B(?:\[[0-?]{0,64}[ -/]{0,8})?|\u009B[0-?]{0,64}[ -/]{0,8}|\r|[\uD800-\uDBFF])$/;

/** A text that comes in pieces, without what would change a terminal, wherever that is cut. */
export class PrintableStream {
  #waiting = "";

  push(text: string): string {
    const whole = this.#waiting + text;
    const at = whole.search(unfinished);
    this.#waiting = at < 0 ? "" : whole.slice(at);
    return printable(at < 0 ? whole : whole.slice(0, at));
  }

  end(): string {
    const rest = this.#waiting;
    this.#waiting = "";
    return printable(rest);
  }
}
