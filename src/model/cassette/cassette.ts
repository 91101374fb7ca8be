import type { ChatMessage, ChatReply, ChatRequest, ModelRole } from "../chat.ts";

/** Which trial of a suite. */
export interface CassetteKey {
  readonly case: string;
  readonly target: string;
  /** From 0. */
  readonly trial: number;
}

/** What stays the same in most requests of a component. */
export type CassetteSetup = Omit<ChatRequest, "role" | "component" | "trial" | "messages">;

/** What a model said, without what another run would say otherwise: times, and numbers of requests. */
export type CassetteReply = Pick<ChatReply, "parts" | "stopReason" | "servedModel" | "usage">;

/** Who asks which model what, free of secrets. */
export interface CassetteRequest {
  readonly role: ModelRole;
  /** Of the agent's flow. */
  readonly component: string | undefined;
  /** `provider/name`. */
  readonly model: string;
  readonly setup: CassetteSetup;
  readonly messages: readonly ChatMessage[];
}

export interface CassetteCall extends CassetteRequest {
  readonly reply: CassetteReply;
}

/** All that models were asked in one trial, and their replies, in the order of the requests. */
export interface CassetteTrial extends CassetteKey {
  /** What the session said of the time: milliseconds since the epoch. */
  readonly now: number;
  readonly calls: readonly CassetteCall[];
}

/** The traffic with models in the trials of a suite, as far as it was recorded. */
export interface Cassette {
  readonly suite: string;
  readonly trials: readonly CassetteTrial[];
}

/** One text for each trial. */
export function keyText({ case: name, target, trial }: CassetteKey): string {
  return JSON.stringify([name, target, trial]);
}

/** As messages name a trial. */
export function trialName(suite: string, { case: name, target, trial }: CassetteKey): string {
  return `${suite}/${name}${target === "default" ? "" : ` on ${target}`}, trial ${trial + 1}`;
}

/** Who asks within a trial. */
export interface Asker {
  readonly role: ModelRole;
  readonly component?: string | undefined;
}

/** As messages name who asks. */
export function askerName({ role, component }: Asker): string {
  return role === "judge" ? "the judge" : `the agent's ${component ?? "component"}`;
}

/** One text for each that asks within a trial. */
export function askerKey({ role, component }: Asker): string {
  return `${role}/${component ?? ""}`;
}
