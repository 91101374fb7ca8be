import { type Definition, type Lock, referenceOf } from "../../flow/index.ts";

/** Whether what is defined is an agent of the AI Catalog: it says so, or the lock does. */
export function isFromCatalog(definition: Definition, lock: Lock | undefined): boolean {
  if (definition.kind !== "agent") return false;
  const id = definition.attributes.get("global_catalog_id");
  if (id !== undefined && id.value !== null) return true;
  const named = referenceOf(definition);
  return named !== undefined && isLockedAgent(named.reference, lock);
}

/** Whether the flows of a reference were fetched as an agent of a catalog. */
export function isLockedAgent(reference: string, lock: Lock | undefined): boolean {
  return lock?.items.some((item) => item.kind === "agent" && item.reference === reference) === true;
}
