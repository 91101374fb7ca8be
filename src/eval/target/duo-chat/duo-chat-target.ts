import type { TargetBase } from "../target-base.ts";

/** GitLab's own classic chat, asked over GraphQL on a live instance. */
export interface DuoChatTarget extends TargetBase {
  readonly kind: "duo_chat";
  /** Address of the instance. */
  readonly url: string;
  /**
   * What the chat is about: `group/project#7`, `group/project!7`, `group&4`, a path or a global id; undefined for
   * a chat about nothing.
   */
  readonly resource: string | undefined;
}
