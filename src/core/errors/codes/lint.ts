export const lintErrors = {
  LINT_NOTHING_FOUND: {
    kind: "usage",
    text: "A path names no flow config. A folder stands for every .yml and .yaml file below it, and a folder of flows (`registries.flows` in flowproof.yml, else `flows`) for `<reference>/<version>.yml` only. Hidden folders, node_modules and flowproof's own files (flowproof.yml, definitions.yml, *.suite.yml, *.script.yml) are passed over. Finding nothing is an error, because a misspelled path must not look like a clean one.",
  },
  LINT_RULE_UNKNOWN: {
    kind: "usage",
    text: "`--rule` names no rule. A rule goes by its id, or by its number in the catalog where it has only one number (`L08`). `--list-rules` lists all of them.",
  },
} as const;
