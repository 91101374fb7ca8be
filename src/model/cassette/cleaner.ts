import type { JsonValue } from "../../core/json.ts";
import type { Redactor } from "../../core/secrets/redactor.ts";
import type { ChatMessage, ChatReply, ChatRequest } from "../chat.ts";
import { rewriteEnclosed } from "../judge-protocol/enclose.ts";
import type { CassetteReply, CassetteRequest } from "./cassette.ts";

/** Makes of what is asked and said what may be written, and the same of it every time. */
export class Cleaner {
  private readonly redactor: Redactor;

  constructor(redactor: Redactor) {
    this.redactor = redactor;
  }

  request(model: string, request: ChatRequest): CassetteRequest {
    const { role, component, trial: _, messages, ...setup } = request;
    return {
      role,
      component: role === "judge" ? undefined : component,
      model,
      setup: this.clean(setup),
      messages: this.clean(role === "judge" ? messages.map((each) => this.sealed(each)) : messages),
    };
  }

  reply({ parts, stopReason, servedModel, usage }: ChatReply): CassetteReply {
    return this.clean({ parts, stopReason, servedModel, usage });
  }

  /** A marker holds a hash of the text in it, which has to be that of the text without secrets. */
  private sealed(message: ChatMessage): ChatMessage {
    if (message.role !== "user") return message;
    const redact = (text: string): string => this.redactor.redact(text);
    return { ...message, text: rewriteEnclosed(message.text, redact) };
  }

  private clean<T>(value: T): T {
    const plain: JsonValue = JSON.parse(JSON.stringify(value));
    const clean: T = JSON.parse(JSON.stringify(this.redactor.redactJson(plain)));
    return clean;
  }
}
