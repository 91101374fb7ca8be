export const lintErrors = {
  LINT_NOTHING_FOUND: {
    kind: "usage",
    text: "A path names no flow config. A folder stands for every .yml and .yaml file below it, and a folder of flows (`registries.flows` in flowproof.yml, else `flows`) for `<reference>/<version>.yml` only. Hidden folders, node_modules and flowproof's own files (flowproof.yml, definitions.yml, *.suite.yml, *.script.yml) are passed over. Finding nothing is an error, because a misspelled path must not look like a clean one.",
  },
} as const;
