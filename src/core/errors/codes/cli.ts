export const cliErrors = {
  CLI_USAGE: {
    kind: "usage",
    text: "The command line names a flag, a value or a command that does not exist. `flowproof --help` and `flowproof <command> --help` list what does.",
  },
  CLI_NOT_BUILT: {
    kind: "usage",
    text: "The program answers to this name because GitLab's documentation uses it, but the work behind it is not part of this version yet. `flowproof --help` lists what is.",
  },
} as const;
