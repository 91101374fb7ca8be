import { createFile } from "./tools/create-file.ts";
import { editFile } from "./tools/edit-file.ts";
import { findFiles } from "./tools/find-files.ts";
import { grep } from "./tools/grep.ts";
import { listDir } from "./tools/list-dir.ts";
import { mkdir } from "./tools/mkdir.ts";
import { readFile } from "./tools/read-file.ts";
import { readFiles } from "./tools/read-files.ts";
import { runCommand } from "./tools/run-command.ts";
import { runGitCommand } from "./tools/run-git-command.ts";
import type { WorkspaceTool } from "./workspace-tool.ts";

/** What answers each tool of the workspace. */
export const workspaceTools: ReadonlyMap<string, WorkspaceTool> = new Map(
  Object.entries({
    create_file_with_contents: createFile,
    edit_file: editFile,
    find_files: findFiles,
    grep,
    list_dir: listDir,
    mkdir,
    read_file: readFile,
    read_files: readFiles,
    run_command: runCommand,
    run_git_command: runGitCommand,
    run_tests: runCommand,
  }),
);
