import type { JsonValue } from "../../src/core/json.ts";
import type { Redactor } from "../../src/core/secrets/redactor.ts";
import { clip } from "../../src/core/text/clip.ts";
import { foldWhitespace } from "../../src/core/text/fold-whitespace.ts";
import { printable } from "../../src/core/text/printable.ts";
import type { EngineEvent, HumanDecision, ReplyProgress } from "../../src/engine/index.ts";
import type { Paint, Style } from "../../src/format/index.ts";
import { type ChatReply, textOf } from "../../src/model/index.ts";
import { StreamedEntry } from "./stream/streamed-entry.ts";

/** How a transcript is written. */
export interface TranscriptOptions {
  readonly write: (text: string) => void;
  readonly redactor: Redactor;
  /** The values that the redactor knows. */
  readonly secrets: readonly string[];
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
  /** How many calls the last reply of each component has. */
  readonly #calls = new Map<string, number>();
  /** The reply that is coming. */
  #coming: StreamedEntry | undefined;

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
      case "model_called": {
        const isRead = this.close();
        this.#enter(event.component);
        if (event.reply !== undefined) this.#replied(event.component, event.reply, isRead);
        return;
      }
      case "tool_called":
        this.#enter(event.component);
        this.#called(event);
        return;
      case "note":
        this.#noted(event);
    }
  }

  /** A reply while it comes, word by word. */
  progress(progress: ReplyProgress): void {
    this.#enter(progress.component);
    if (progress.type === "discarded") this.#discard();
    else this.#reply().add(progress.text);
  }

  /** Ends the reply that is coming; true when there was anything to read. */
  close(): boolean {
    const isRead = this.#coming?.end() ?? false;
    this.#coming = undefined;
    return isRead;
  }

  #reply(): StreamedEntry {
    const { paint, write, redactor, secrets } = this.#options;
    const title = "reply";
    this.#coming ??= new StreamedEntry(
      {
        write,
        title: paint("bold", title),
        gap: " ".repeat(margin - title.length),
        indent: " ".repeat(margin),
      },
      { redactor, known: secrets },
    );
    return this.#coming;
  }

  #discard(): void {
    const isRead = this.#coming?.breakOff() ?? false;
    this.#coming = undefined;
    const text = "the reply broke off, and what stands here of it does not count";
    if (isRead) this.#entry({ title: "note", text, style: "dim" });
  }

  #enter(component: string): void {
    if (component === this.#component) return;
    this.#component = component;
    const { paint, write } = this.#options;
    write(`\n${paint("cyan", `── ${printable(foldWhitespace(component))}`)}\n`);
  }

  #replied(component: string, { parts, stopReason }: ChatReply, isRead: boolean): void {
    const text = textOf(parts);
    const calls = parts.filter((part) => part.type !== "text");
    this.#calls.set(component, calls.length);
    if (text.trim() !== "") {
      if (!isRead) this.#entry({ title: "reply", text, maxChars: maxReplyChars });
    } else if (calls.length === 0) {
      this.#entry({ title: "reply", text: `(empty, stop reason ${stopReason})` });
    }
    for (const call of calls) {
      const args = call.type === "tool_call" ? call.args : `(not JSON) ${call.raw}`;
      this.#value(`${call.name} `, args, { title: "call" });
    }
  }

  #called(call: Extract<EngineEvent, { readonly type: "tool_called" }>): void {
    const { component, tool, args, effectiveArgs, result, isError, reply } = call;
    // A step calls without having been asked to by a model.
    const isStep = reply < 0;
    if (isStep) this.#value(`${tool} `, args, { title: "call" });
    const name = !isStep && (this.#calls.get(component) ?? 0) > 1 ? `${tool} ` : "";
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
