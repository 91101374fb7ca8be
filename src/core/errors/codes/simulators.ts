export const simulatorsErrors = {
  SIMULATOR_CATALOG_INVALID: {
    kind: "usage",
    text: "A file that describes a simulated GitLab instance does not have the form that schemas/catalog.schema.json describes, or names something that no file of the folder holds: a user, a project, an item, the text of a flow. docs/simulate-gitlab.md shows one.",
  },
  SIMULATOR_CATALOG_EMPTY: {
    kind: "usage",
    text: "The folder that --catalog names holds no .yml or .yaml file, so there is no instance to simulate. Files in folders below it are only read where a catalog file names them.",
  },
  SIMULATOR_FAULT_UNKNOWN: {
    kind: "usage",
    text: "--fault names something that the simulator cannot break. It is written `name`, or `name:3` for the next three requests; `flowproof simulate gitlab --help` lists the names.",
  },
  SIMULATOR_VERSION_UNSUPPORTED: {
    kind: "usage",
    text: "The simulator behaves like releases of GitLab from 18.9 on, written `18.9` or `18.9.0`: what older ones had is not known well enough.",
  },
} as const;
