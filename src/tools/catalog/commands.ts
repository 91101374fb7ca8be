import type { CatalogEntry } from "./catalog-entry.ts";
import { integer, optional, required, text } from "./parameter.ts";

/** Commands in the workspace. None is run here: they are always answered by a mock or a fake. */
export const commandTools: readonly CatalogEntry[] = [
  {
    name: "run_command",
    summary: "Runs a shell command in the workspace",
    effect: "execute_command",
    privileges: ["run_commands"],
    trust: "untrusted_user_content",
    scope: "workspace",
    parameters: {
      command: required(text()),
      timeout: optional(integer()),
    },
    parameterCapabilities: { timeout: "command_timeout" },
    supersedes: {
      capability: "shell_command",
      parameters: {
        program: required(text()),
        args: optional(text()),
        timeout: optional(integer()),
      },
    },
  },
  {
    name: "run_git_command",
    summary: "Runs git in the workspace",
    effect: "execute_command",
    privileges: ["use_git"],
    trust: "untrusted_user_content",
    scope: "workspace",
    deprecated: true,
    parameters: {
      // Ignored: it works in the workspace, through run_command.
      repository_url: required(text()),
      command: required(text()),
      args: optional(text()),
    },
  },
  {
    name: "run_tests",
    summary: "Runs a test command in the workspace",
    effect: "execute_command",
    privileges: ["read_write_files"],
    trust: "trusted_internal",
    scope: "workspace",
    parameters: {
      command: required(text()),
    },
  },
];
