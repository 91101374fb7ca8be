import { execFile } from "node:child_process";
import { isAbsolute, parse, delimiter } from "node:path";
import process from "node:process";
import { AppError } from "../../core/errors/app-error.ts";
import { errnoOf } from "../file-error.ts";
import type { WorkTree } from "./find-work-tree.ts";

/** What a run of git gave. */
export interface GitOutput {
  readonly exit: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Far above what a repository of flows needs. */
const defaultLimits: GitLimits = { timeoutMs: 30_000, maxBytes: 64 * 1024 * 1024 };

/** A repository's own settings may name programs; nothing of ours shall start one. */
const settings: readonly string[] = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.symlinks=false",
  "submodule.recurse=false",
  "protocol.allow=never",
  "credential.helper=",
].flatMap((setting) => ["-c", setting]);

export interface GitCall {
  readonly workTree: WorkTree;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<GitLimits> | undefined;
  /** The environment to find git in; that of this process where it is left out. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Runs git on a repository: without a shell, without the user's and the system's settings, without a
 * network, and outside of the work tree. Only commands that read objects and refs belong here: those that look at
 * the work tree would run the filters that a repository names.
 *
 * @throws AppError GIT_MISSING, or GIT_FAILED where a limit is hit
 */
export function gitOutput(args: readonly string[], call: GitCall): Promise<GitOutput> {
  const { workTree, signal, env = process.env } = call;
  const { timeoutMs, maxBytes } = { ...defaultLimits, ...call.limits };
  const options = {
    cwd: parse(workTree.root).root,
    env: gitEnvironment(workTree, env),
    encoding: "buffer",
    timeout: timeoutMs,
    killSignal: "SIGKILL",
    maxBuffer: maxBytes,
    windowsHide: true,
    ...(signal !== undefined && { signal }),
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      ["--no-pager", ...settings, ...args],
      options,
      (error, stdout, stderr) => {
        const exit = exitOf(error);
        if (exit === undefined) reject(failure(args, error, call));
        else resolve({ exit, stdout, stderr: stderr.toString("utf8") });
      },
    );
    child.stdin?.end();
  });
}

function gitEnvironment(
  { root, gitFolder }: WorkTree,
  { PATH = "", SystemRoot }: Readonly<Record<string, string | undefined>>,
): NodeJS.ProcessEnv {
  return {
    // An empty or relative entry would find programs in whatever folder this is.
    PATH: PATH.split(delimiter)
      .filter((entry) => isAbsolute(entry))
      .join(delimiter),
    ...(SystemRoot !== undefined && { SystemRoot }),
    LC_ALL: "C",
    GIT_DIR: gitFolder,
    GIT_WORK_TREE: root,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    // No protocol at all: a repository may promise objects that a program would have to fetch.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
  };
}

/** Undefined where git did not end by itself. */
function exitOf(error: unknown): number | undefined {
  if (error === null) return 0;
  const isExit = error instanceof Error && "code" in error && typeof error.code === "number";
  return isExit ? Number(error.code) : undefined;
}

function failure(args: readonly string[], error: unknown, { signal, limits }: GitCall): unknown {
  if (signal?.aborted === true) return signal.reason;
  const errno = errnoOf(error);
  if (errno === "ENOENT" || errno === "EACCES") {
    return new AppError("GIT_MISSING", "the program git was not found", {
      hint: "install git, or leave out --changed-since, or --base of lint",
      cause: error,
    });
  }
  const { timeoutMs, maxBytes } = { ...defaultLimits, ...limits };
  const isTooMuch = errno === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";
  const why = isTooMuch ? `more than ${maxBytes} bytes` : `no end after ${timeoutMs} ms`;
  return new AppError("GIT_FAILED", `\`git ${args[0] ?? ""}\` was stopped: ${why}`, {
    hint: "see whether the command works by hand in this repository",
    cause: error,
  });
}
