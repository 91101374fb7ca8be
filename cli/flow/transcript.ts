import type { JsonValue } from "../../src/core/json.ts";
import type { Redactor } from "../../src/core/secrets/redactor.ts";
import { clip } from "../../src/core/text/clip.ts";
import { foldWhitespace } from "../../src/core/text/fold-whitespace.ts";
import { printable } from "../../src/core/text/printable.ts";
import type { EngineEvent, HumanDecision } from "../../src/engine/index.ts";
import type { Paint, Style } from "../../src/format/index.ts";
import { type ChatReply, textOf } from "../../src/model/index.ts";

/** How a transcript is written. */
export interface TranscriptOptions {
  readonly write: (text: string) => void;
  readonly redactor: Redactor;
  readonly paint: Paint;
  /** Whether nothing is shortened. */
  readonly whole: boolean;
}

/** An entry: who or what, and what it says, which is not trusted. */
interface Entry {
  readonly title: string;
  readonly text: string;
  readonly style?: Style;
  /** Where it is cut, unless everything is wanted; nowhere when left out. */
  readonly maxChars?: number;
}

const margin = 10;
const maxValueChars = 240;
const maxReplyChars = 600;

/** Writes what happens in a run, as it happens, for a person to read. */
export class Transcript {
  readonly #options: TranscriptOptions;
  #component: string | undefined;
  #calls = 0;

  constructor(options: TranscriptOptions) {
    this.#options = options;
  }

  /** A line about the run itself. */
  line(text: string): void {
    const { redactor, write } = this.#options;
    write(`${printable(redactor.redact(text))}\n`);
  }

  /** An entry of its own, apart from those of the components. */
  section(entry: Entry): void {
    this.#component = undefined;
    this.#options.write("\n");
    this.#entry(entry);
  }

  /** A pause of the flow: what it asks, and what a person says to that if anybody does. */
  paused(question: string | undefined, decision?: HumanDecision): void {
    if (question !== undefined) this.section({ title: "asks", text: question });
    if (decision === undefined) return;
    const message = decision.type === "approve" ? "" : (decision.message ?? "");
    const text = decision.type === "reply" ? message : `${decision.type} ${message}`;
    this.section({ title: "user", text });
  }

  event(event: EngineEvent): void {
    switch (event.type) {
      case "component_entered":
        this.#component = undefined;
        this.#enter(event.component);
        return;
      case "model_called":
        this.#enter(event.component);
        if (event.reply !== undefined) this.#replied(event.reply);
        return;
      case "tool_called":
        this.#enter(event.component);
        this.#called(event);
        return;
      case "note":
        this.#noted(event);
    }
  }

  #enter(component: string): void {
    if (component === this.#component) return;
    this.#component = component;
    const { paint, write } = this.#options;
    write(`\n${paint("cyan", `── ${printable(foldWhitespace(component))}`)}\n`);
  }

  #replied({ parts, stopReason }: ChatReply): void {
    const text = textOf(parts);
    const calls = parts.filter((part) => part.type !== "text");
    this.#calls = calls.length;
    if (text.trim() !== "") this.#entry({ title: "reply", text, maxChars: maxReplyChars });
    else if (calls.length === 0) {
      this.#entry({ title: "reply", text: `(empty, stop reason ${stopReason})` });
    }
    for (const call of calls) {
      const args = call.type === "tool_call" ? call.args : `(not JSON) ${call.raw}`;
      this.#value(`${call.name} `, args, { title: "call" });
    }
  }

  #called(call: Extract<EngineEvent, { readonly type: "tool_called" }>): void {
    const { tool, args, effectiveArgs, result, isError, reply } = call;
    // A step calls without having been asked to by a model.
    const isStep = reply < 0;
    if (isStep) this.#value(`${tool} `, args, { title: "call" });
    const name = !isStep && this.#calls > 1 ? `${tool} ` : "";
    if (effectiveArgs !== undefined) {
      this.#value(name, effectiveArgs, { title: "ran with", style: "dim" });
    }
    const title = isError ? "error" : "result";
    this.#value(name, result, { title, style: isError ? "red" : "dim" });
  }

  /** While a flow is built, notes are about components that nobody has entered yet. */
  #noted({ component, text }: Extract<EngineEvent, { readonly type: "note" }>): void {
    const isHere = component === "" || component === this.#component;
    const entry = {
      title: "note",
      text: isHere ? text : `${component}: ${text}`,
      style: "dim",
    } as const;
    if (this.#component === undefined) this.section(entry);
    else this.#entry(entry);
  }

  #value(before: string, value: JsonValue, entry: Omit<Entry, "text">): void {
    const clean = this.#options.redactor.redactJson(value);
    const text = typeof clean === "string" ? clean : JSON.stringify(clean);
    const shown = this.#options.whole ? text : foldWhitespace(text);
    this.#entry({ maxChars: maxValueChars, ...entry, text: before + shown });
  }

  #entry({ title, text, style = "bold", maxChars }: Entry): void {
    const { paint, write, redactor, whole } = this.#options;
    // Before it is cut: nobody recognizes half of a secret.
    const clean = redactor.redact(text);
    const shown = whole || maxChars === undefined ? clean : clip(clean, maxChars);
    const [first = "", ...rest] = printable(shown).trimEnd().split("\n");
    const lines = [
      `${paint(style, title)}${" ".repeat(Math.max(margin - title.length, 1))}${first}`,
      ...rest.map((line) => " ".repeat(margin) + line),
    ];
    write(`${lines.map((line) => line.trimEnd()).join("\n")}\n`);
  }
}
