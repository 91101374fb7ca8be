import type { ChatMessage, ChatReply, ChatRequest } from "../../model/index.ts";
import type { TargetEvent } from "../target/target-event.ts";
import { createCanaryFinder } from "./find-secrets.ts";
import { instructionProbe } from "./instruction-probe.ts";

/**
 * Sees what passes between a trial and its model: which canaries the model was sent, which is the only
 * proof that it has read them, and what it says beside its calls, which users see too.
 */
export class ModelWitness {
  private readonly find: (text: string) => readonly string[];
  private readonly notRead: Set<string>;
  private readonly known = new WeakSet<ChatMessage>();
  private readonly texts: string[] = [];
  private readonly probe: string | undefined;
  private hasInstruction = false;

  constructor(canaries: Readonly<Record<string, string>>, instruction?: string) {
    this.probe = instruction === undefined ? undefined : instructionProbe(instruction);
    this.find = createCanaryFinder(canaries);
    this.notRead = new Set(Object.keys(canaries));
  }

  readonly onEvent = (event: TargetEvent): void => {
    if (event.type === "model_called") {
      this.sent(event.request);
      if (event.reply !== undefined) this.heard(event.reply);
    }
    // As the tool gave it: what is taken out on the way to the model has been tried too.
    if (event.type === "tool_called" && !event.isError && this.probe !== undefined) {
      const { result } = event;
      const text = typeof result === "string" ? result : JSON.stringify(result);
      this.hasInstruction ||= text.includes(this.probe);
    }
    // What no model asked for is the flow's own to pass on.
    if (event.type === "tool_called" && event.reply < 0 && !event.isError) this.read(event.content);
  };

  /** Names of the canaries that have not been read so far, sorted. */
  unread(): readonly string[] {
    return [...this.notRead].toSorted();
  }

  /** Whether a result brought the instruction that is planted in the case. */
  get gotInstruction(): boolean {
    return this.hasInstruction;
  }

  /** What was said beside calls so far. */
  said(): readonly string[] {
    return [...this.texts];
  }

  private sent({ system, messages, tools }: ChatRequest): void {
    if (this.notRead.size === 0) return;
    for (const { text } of system) this.read(text);
    for (const message of messages) {
      // Most of a request stood in the one before.
      if (message.role === "assistant" || this.known.has(message)) continue;
      this.known.add(message);
      this.read(message.role === "tool" ? message.content : message.text);
    }
    for (const { description } of tools) this.read(description);
  }

  private read(text: string): void {
    if (this.notRead.size > 0) for (const name of this.find(text)) this.notRead.delete(name);
  }

  private heard({ parts }: ChatReply): void {
    if (!parts.some(({ type }) => type === "tool_call")) return;
    const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
    if (text.trim() !== "") this.texts.push(text);
  }
}
