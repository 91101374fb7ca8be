import type { CatalogEntry } from "./catalog-entry.ts";
import { integer, list, optional, required, text, withDefault } from "./parameter.ts";
import { readsFiles, writesFiles } from "./presets.ts";

/** Files of the workspace, on the machine where the agent runs. */
export const fileTools: readonly CatalogEntry[] = [
  {
    name: "list_dir",
    summary: "Lists a folder of the workspace",
    ...readsFiles,
    scope: "workspace",
    parameters: {
      directory: required(text()),
    },
  },
  {
    name: "find_files",
    summary: "Finds files of the workspace by a name pattern",
    ...readsFiles,
    scope: "workspace",
    parameters: {
      name_pattern: required(text()),
    },
  },
  {
    name: "grep",
    summary: "Searches the text of the workspace's files",
    ...readsFiles,
    scope: "workspace",
    parameters: {
      search_directory: optional(text(), "."),
      keywords: required(text()),
    },
  },
  {
    name: "read_file",
    summary: "Reads a file of the workspace",
    ...readsFiles,
    scope: "workspace",
    parameters: {
      file_path: required(text()),
      offset: withDefault(integer(), 0),
      limit: withDefault(integer(), 2000),
    },
    supersedes: {
      capability: "read_file_chunked",
      parameters: {
        file_path: required(text()),
      },
    },
  },
  {
    name: "read_files",
    summary: "Reads several files of the workspace",
    ...readsFiles,
    scope: "workspace",
    parameters: {
      file_paths: required(list(text())),
    },
  },
  {
    name: "create_file_with_contents",
    summary: "Writes a new file in the workspace",
    ...writesFiles,
    scope: "workspace",
    parameters: {
      file_path: required(text()),
      contents: required(text()),
    },
  },
  {
    name: "edit_file",
    summary: "Replaces a piece of text in a file of the workspace",
    ...writesFiles,
    scope: "workspace",
    parameters: {
      file_path: required(text()),
      old_str: withDefault(text(), ""),
      new_str: withDefault(text(), ""),
    },
  },
  {
    name: "mkdir",
    summary: "Creates a folder in the workspace",
    ...writesFiles,
    scope: "workspace",
    parameters: {
      directory_path: required(text()),
    },
  },
  {
    name: "extract_lines_from_text",
    summary: "Returns some lines of a text that is passed in",
    effect: "pure",
    privileges: ["read_only_files", "read_write_files", "read_write_gitlab", "read_only_gitlab"],
    trust: "untrusted_user_content",
    scope: "none",
    parameters: {
      content: required(text()),
      start_line: required(integer()),
      end_line: optional(integer()),
    },
  },
];
