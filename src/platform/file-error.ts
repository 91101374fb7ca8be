import { AppError } from "../core/errors/app-error.ts";
import type { ErrorCode } from "../core/errors/codes/index.ts";

/** The code of a failed system call (`ENOENT`), or undefined for anything else that was thrown. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

const notFound: Explanation = {
  code: "FILE_NOT_FOUND",
  message: "there is no file",
  hint: "check the spelling, and the folder that the path is relative to",
};

const whileReading: Readonly<Record<string, Explanation>> = {
  ENOENT: notFound,
  ENOTDIR: notFound,
  EISDIR: {
    code: "FILE_UNREADABLE",
    message: "this is a folder and not a file:",
    hint: "name a file in it",
  },
  EACCES: {
    code: "FILE_UNREADABLE",
    message: "no permission to read",
    hint: "change its permissions, or run as somebody who may read it",
  },
};

const full: Explanation = {
  code: "DISK_FULL",
  message: "no space left to write",
  hint: "make room on the disk; what was written before is kept",
};

const whileWriting: Readonly<Record<string, Explanation>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: {
    code: "DISK_FULL",
    message: "the limit on the size of files is reached for",
    hint: "raise the limit (`ulimit -f`); what was written before is kept",
  },
  ENOENT: {
    code: "FILE_UNWRITABLE",
    message: "the folder does not exist for",
    hint: "create the folder first",
  },
  ENOTDIR: {
    code: "FILE_UNWRITABLE",
    message: "a file stands where a folder is needed for",
    hint: "choose another place, or move that file away",
  },
  EISDIR: {
    code: "FILE_UNWRITABLE",
    message: "a folder stands at the place of the file",
    hint: "choose another name, or move that folder away",
  },
  EACCES: {
    code: "FILE_UNWRITABLE",
    message: "no permission to write",
    hint: "change the permissions of the folder, or choose another place",
  },
  EROFS: {
    code: "FILE_UNWRITABLE",
    message: "the file system is read-only for",
    hint: "choose a place that can be written",
  },
};

/** A failure to read, for people; EPERM and the rare rest keep the system's own word. */
export function readError(path: string, error: unknown): AppError {
  return explain(path, error, { table: whileReading, code: "FILE_UNREADABLE", verb: "read" });
}

/** A failure to write, for people. */
export function writeError(path: string, error: unknown): AppError {
  return explain(path, error, { table: whileWriting, code: "FILE_UNWRITABLE", verb: "write" });
}

interface Situation {
  readonly table: Readonly<Record<string, Explanation>>;
  readonly code: ErrorCode;
  readonly verb: string;
}

function explain(path: string, error: unknown, { table, code, verb }: Situation): AppError {
  if (error instanceof AppError) return error;
  const errno = errnoOf(error);
  const known = errno !== undefined && Object.hasOwn(table, errno) ? table[errno] : undefined;
  if (known !== undefined) {
    return new AppError(known.code, `${known.message} "${path}"`, {
      hint: known.hint,
      cause: error,
    });
  }
  const reason = errno ?? (error instanceof Error ? error.message : String(error));
  return new AppError(code, `cannot ${verb} "${path}" (${reason})`, {
    hint: "check the path and its permissions",
    cause: error,
  });
}
