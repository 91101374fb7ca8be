export const cliErrors = {
  CLI_USAGE: {
    kind: "usage",
    text: "The command line names a flag, a value or a command that does not exist. `flowproof --help` and `flowproof <command> --help` list what does.",
  },
  CLI_CONTEXT_INVALID: {
    kind: "usage",
    text: "What --context gives is no context: a map with `project`, `namespace` or `none`, with `inputs`, or with the categories of additional context themselves, as JSON or in a YAML file. A context cannot be `none` and a place at once.",
  },
  CLI_HUMAN_INVALID: {
    kind: "usage",
    text: "What --human gives is no list of answers. Each is `approve`, or `reject`, `modify` or `reply` with a text, in the order in which the flow asks; only a rejection may be without a reason.",
  },
  CLI_NO_REQUEST: {
    kind: "usage",
    text: "`flow render` prints the first request to a model, and this flow ended, failed or began to wait before it asked one. The message says how; give what it needs with --context, --tools or --human.",
  },
  CLI_RECORD_SELECTION: {
    kind: "usage",
    text: "The run that --record names holds no finished trial of this flow, or none that --case and --trial select. The hint lists what it holds.",
  },
} as const;
