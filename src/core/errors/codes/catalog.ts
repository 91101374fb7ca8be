export const catalogErrors = {
  CATALOG_ITEMS_INVALID: {
    kind: "usage",
    text: "The list of items to fetch cannot be read. It names them as `<reference>:<id>`, separated by commas: the reference becomes the name of the folder, the id is the number of the item in the catalog, as in its address and in `flowproof catalog list`. A number alone takes its reference from the item.",
  },
  CATALOG_OTHER_KIND: {
    kind: "usage",
    text: "The item is a flow where an agent was asked for, or an agent where a flow was. Agents are fetched by fetch-foundational-agents, flows and flows of third parties by fetch-foundational-flows.",
  },
  CATALOG_NOT_RELEASED: {
    kind: "usage",
    text: "The item has drafts only. Drafts change without notice, so they are taken only with --include-drafts.",
  },
  CATALOG_VERSION_MISSING: {
    kind: "usage",
    text: "The item has no released version that satisfies the constraint, or no longer has the version that the lock names.",
  },
  CATALOG_VERSION_CHANGED: {
    kind: "usage",
    text: "A version that was released and locked is another text now. GitLab does not change released versions, so either the item was made anew, or something is wrong on the instance or on the way to it. Nothing was written. When the new text is right, fetch once with --accept-changed.",
  },
  CATALOG_NO_CONFIG: {
    kind: "usage",
    text: "The instance answers, but has no text for the version: the token's user may not read it, the agent cannot be turned into a flow, or the flow is from before flows were YAML.",
  },
  CATALOG_PLACEHOLDER: {
    kind: "usage",
    text: "GitLab keeps rows in its catalog for the flows that it ships itself, so that they can be enabled like others. They hold one fixed text with a component called foundationalFlow and no prompt. The real flows are files in the flow registry of the Duo Workflow Service.",
  },
  CATALOG_OTHER_FORMAT: {
    kind: "usage",
    text: "The config's `version:` is not the one that --flow-registry-version asks for. The service looks for flows of the two formats in different folders and refuses one in the wrong place.",
  },
  CATALOG_CONFIG_REFUSED: {
    kind: "usage",
    text: "The lint rules of origin service find errors in the config, so the Duo Workflow Service would refuse it. Nothing was written. `explain E21` says more about a number; --no-lint takes the config as it is.",
  },
  CATALOG_REFERENCE_TAKEN: {
    kind: "usage",
    text: "Two items would have the same folder, or the lock knows the reference as another item. A reference means one item only.",
  },
  CATALOG_FILE_EDITED: {
    kind: "usage",
    text: "A file that would be written was edited by hand, or was never fetched. It is not overwritten. Keep what you changed under another version, or give --overwrite.",
  },
  CATALOG_FOLDER_CHANGED: {
    kind: "usage",
    text: "Between the reading of the folder and the writing, a file in it changed: another fetch, an editor, a checkout. Nothing was written.",
  },
  CATALOG_NOT_LOCKED: {
    kind: "usage",
    text: "--frozen fetches what flowproof.lock.json says, and the lock does not say it, or says it of another instance. Fetch once without --frozen, and commit the lock.",
  },
  CATALOG_NOT_CREATABLE: {
    kind: "usage",
    text: "A local config cannot become an item of the catalog as it is: an agent needs its prompt in the config itself and tools that the instance knows.",
  },
  CATALOG_NOT_CREATED: {
    kind: "usage",
    text: "GitLab refused to create an item, and says why: a name or a description that is too long or missing, a config that the Duo Workflow Service refuses, a project in which the catalog is not enabled.",
  },
} as const;
