export * from "./access.ts";
export { chatConfig } from "./chat-config.ts";
export { GitlabState } from "./gitlab-state.ts";
export { latestVersion, pinnedVersion } from "./latest-version.ts";
export { maxNoteLength } from "./max-note-length.ts";
export type * from "./records.ts";
