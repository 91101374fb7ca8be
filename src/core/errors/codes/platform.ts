export const platformErrors = {
  FILE_NOT_FOUND: {
    kind: "usage",
    text: "A file that a flag, a suite, a flow or flowproof.yml names does not exist. Paths in a file are relative to the folder of that file; paths on the command line to the working directory.",
  },
  FILE_UNREADABLE: {
    kind: "usage",
    text: "A file exists but cannot be read: its permissions forbid it, it is a folder or a device, or a part of its path is not a folder.",
  },
  FILE_NOT_TEXT: {
    kind: "usage",
    text: "A file that should hold text is not UTF-8. Save it as UTF-8, without any other encoding in between.",
  },
  FILE_TOO_LARGE: {
    kind: "usage",
    text: "A file is larger than what flowproof reads into memory in one piece. It is most likely not the file that was meant.",
  },
  FILE_UNWRITABLE: {
    kind: "usage",
    text: "A file or folder cannot be written: permissions forbid it, the file system is read-only, or something else stands at its place. Nothing half-written is left behind.",
  },
  DISK_FULL: {
    kind: "unavailable",
    text: "The disk, or the quota on it, is full. What was written before is kept; a run can be resumed when there is room again.",
  },
  FILE_LOCKED: {
    kind: "usage",
    text: "Something else works in the same folder: its lock names the process, the machine and the time. A lock whose process is gone is taken over; whether a process of another machine still runs, nobody here can tell. If it does not, remove the file.",
  },
  CHILD_FAILED: {
    kind: "unavailable",
    text: "What is not trusted to run beside everything else, such as the parser of Ruby, runs in a process of its own, with limits of time and output. The process crashed, was ended, or reached a limit. Nothing of what it was given is judged.",
  },
  JSONL_BROKEN: {
    kind: "usage",
    text: "A journal has a line that is not JSON and that is not its last. A torn last line is what a killed run leaves and is dropped; anything else means that the file was changed by something other than flowproof. What is broken at the end only, `eval run --resume` moves to events.jsonl.corrupt; it goes on from what stands before.",
  },
  GIT_MISSING: {
    kind: "usage",
    text: "`--changed-since`, of `lint` and `eval run`, and `--base` of `lint` read the history of the repository with the program git, which is not on the PATH.",
  },
  GIT_NO_REPOSITORY: {
    kind: "usage",
    text: "`--changed-since`, of `lint` and `eval run`, and `--base` of `lint` compare with a commit, and neither the folder nor one above it has a `.git`. In a job, look whether the files were checked out or only downloaded.",
  },
  GIT_REF_INVALID: {
    kind: "usage",
    text: "A name of a commit does not follow the rules of `git check-ref-format`. Branches, tags and hashes pass, and what goes back from them: `HEAD~1`, `main^`, `main@{upstream}`. Ranges, searches, paths and points in time do not, and nothing that begins with a dash.",
  },
  GIT_REF_UNKNOWN: {
    kind: "usage",
    text: "The repository has no commit of that name. Jobs of GitLab fetch only the newest commits of one branch: set `GIT_DEPTH: 0` for the job, or run `git fetch origin <branch>` before.",
  },
  GIT_NO_MERGE_BASE: {
    kind: "usage",
    text: "What changed since a commit is counted from where the work on it began, and HEAD has no commit in common with it. Most often the clone is shallow and that commit was not fetched: set `GIT_DEPTH: 0` for the job.",
  },
  GIT_FAILED: {
    kind: "usage",
    text: "A command of git failed or hit a limit of time or size. It is run without the settings of the user and of the system, without hooks, filters and network, and reads objects only; a repository that needs more, such as a partial clone, has to be fetched whole first.",
  },
} as const;
