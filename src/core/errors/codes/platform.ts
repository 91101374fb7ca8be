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
  JSONL_BROKEN: {
    kind: "usage",
    text: "A journal has a line that is not JSON and that is not its last. A torn last line is what a killed run leaves and is dropped; anything else means that the file was changed by something other than flowproof.",
  },
} as const;
