import { clip } from "../../../core/text/clip.ts";
import type { ToolOutcome } from "../../tool-runtime.ts";
import { ignoreRules, readIgnorePatterns } from "../git/paths/ignore-rules.ts";
import { fromRoot } from "../git/paths/pathspec.ts";
import { actionError, denied } from "./outcomes.ts";
import type { WorkspaceSession } from "./workspace-session.ts";

/**
 * What the service lets no tool touch, as its list of exclusions has it; `.env.example` is free.
 */
const excluded: readonly string[] = [
  ".config/nvim",
  ".docker",
  ".emacs.d",
  ".env.*",
  ".env",
  ".git",
  ".gitlab/duo",
  ".gitlab/rules",
  ".gnupg",
  ".idea",
  ".metadata",
  ".settings",
  ".ssh",
  ".sublime-project",
  ".sublime-workspace",
  ".vim",
  ".vimrc",
  ".vscode",
  "Dockerfile.secrets",
];
const exclusions = excluded.map((pattern) => ({
  pattern,
  matches: readIgnorePatterns(`${pattern}\n!.env.example\n`),
}));
/** As long as a path may be on Linux. */
export const maxPath = 4096;
const traversals: readonly string[] = ["../", "..\\", "%2e%2e", "%252e%252e", ".."];

/** A path that a tool may touch, from the workspace's root; or what refuses it. */
export type Access = { readonly path: string } | { readonly refused: ToolOutcome };

/** The service's own check of a path: nothing outside of the workspace, and nothing that is meant for others. */
export function checkAccess(written: string): Access {
  const path = written.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  if (traversals.some((part) => path.includes(part))) {
    return { refused: denied(`Cannot access '${path}' as it contains path traversal patterns`) };
  }
  if (path.length > maxPath) return { refused: tooLong(path) };
  if (path.startsWith("/")) {
    return { refused: denied(`Not accessing invalid path '${path}'. It is an absolute path.`) };
  }
  for (const tried of new Set([path, path.toLowerCase()])) {
    const found = exclusions.find(({ matches }) => matches(tried.replace(/\/+$/, "")));
    if (found !== undefined) {
      return {
        refused: denied(
          `Cannot access '${tried}' as it matches Duo Context Exclusion patterns. Path '${tried}' matches excluded pattern: '${found.pattern}'.`,
        ),
      };
    }
  }
  return { path: fromRoot(path) ?? "" };
}

/** What Node says of a path that is longer than {@link maxPath}. */
export function tooLong(path: string): ToolOutcome {
  return actionError(`ENAMETOOLONG: name too long, '${clip(path, 100)}'`);
}

/** As {@link checkAccess}, and nothing that a `.gitignore` leaves out, which the tools say they cannot reach. */
export function checkFileAccess({ files }: WorkspaceSession, written: string): Access {
  const access = checkAccess(written);
  if ("refused" in access || !ignoreRules(files)(access.path)) return access;
  return { refused: actionError(`cannot access '${access.path}': it is ignored by .gitignore`) };
}

/** Whether there is a folder of that path; the root is one. */
export function isFolder({ files, folders }: WorkspaceSession, path: string): boolean {
  if (path === "") return true;
  const within = `${path}/`;
  return (
    folders.has(path) || [...files.keys(), ...folders].some((other) => other.startsWith(within))
  );
}
