export * from "./access.ts";
export { chatConfig } from "./chat-config.ts";
export type { ChatMessage, ChatThread } from "./duo-chat/chat-thread.ts";
export { findResource } from "./duo-chat/chat-resource.ts";
export type { DuoChat } from "./duo-chat/duo-chat.ts";
export { GitlabState } from "./gitlab-state.ts";
export { latestVersion, pinnedVersion } from "./latest-version.ts";
export { maxNoteLength } from "./max-note-length.ts";
export type * from "./records.ts";
