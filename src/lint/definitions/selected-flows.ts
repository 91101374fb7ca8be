import {
  type Definition,
  flowVersionOf,
  isSet,
  referenceOf,
  type RegisteredFlow,
  selectVersion,
} from "../../flow/index.ts";
import { isFromCatalog } from "./catalog-items.ts";
import type { KnownDefinitions } from "./known-definitions.ts";

/**
 * The versions that the `flow_version` of a definition selects: one, or all of them where it is not known
 * or ignored. None where there is no such flow.
 */
export function selectedFlows(
  definition: Definition,
  known: Pick<KnownDefinitions, "flows" | "lock">,
): readonly RegisteredFlow[] {
  const named = referenceOf(definition);
  if (named?.format === undefined) return [];
  const versions = known.flows.versionsOf(named.reference, named.format);
  const query = flowVersionOf(definition);
  if (query === undefined || isFromCatalog(definition, known.lock)) return versions;
  const selection = selectVersion(
    versions.map(({ version }) => version),
    query,
  );
  return versions.filter(({ version }) => selection.found && version === selection.version);
}

/** The versions that sessions may run whatever a `flow_version_resolver` decides: of any format, if there is one. */
export function possibleFlows(
  definition: Definition,
  known: Pick<KnownDefinitions, "flows" | "lock">,
): readonly RegisteredFlow[] {
  const named = referenceOf(definition);
  if (named === undefined || !isSet(definition, "flow_version_resolver")) {
    return selectedFlows(definition, known);
  }
  return known.flows.versionsOf(named.reference);
}
