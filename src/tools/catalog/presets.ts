import type { CatalogEntry } from "./catalog-entry.ts";

type Preset = Pick<CatalogEntry, "effect" | "privileges" | "trust">;

/** Most tools that read from GitLab: anybody may have written what they return. */
export const readsGitlab: Preset = {
  effect: "read_gitlab",
  privileges: ["read_write_gitlab", "read_only_gitlab"],
  trust: "untrusted_user_content",
};

/** Most tools that write to GitLab: they return little but what the agent sent. */
export const writesGitlab: Preset = {
  effect: "write_gitlab",
  privileges: ["read_write_gitlab"],
  trust: "trusted_internal",
};

export const readsFiles: Preset = {
  effect: "read_workspace",
  privileges: ["read_only_files", "read_write_files"],
  trust: "untrusted_user_content",
};

export const writesFiles: Preset = {
  effect: "write_workspace",
  privileges: ["read_write_files"],
  trust: "trusted_internal",
};

export const keepsPlan: Preset = {
  effect: "internal_state",
  privileges: [],
  trust: "trusted_internal",
};

/** What the client shows to the user, who may answer anything. */
export const showsUser: Preset = {
  effect: "client_ui",
  privileges: [],
  trust: "untrusted_user_content",
};
