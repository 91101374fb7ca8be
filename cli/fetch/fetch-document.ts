import { itemNumber, type SyncResult } from "../../src/catalog/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";

const schemaVersion = 1;

/** The document of `fetch … --format json`. */
export function fetchDocument(
  { configs, fetched, changed }: SyncResult,
  { folder, written }: { readonly folder: string; readonly written: boolean },
): string {
  const items = fetched.map(({ reference, item }) => ({
    reference,
    kind: item.kind,
    id: Number(itemNumber(item.id)),
    name: item.name,
    versions: configs
      .filter((config) => config.reference === reference)
      .map(({ version, path, action }) => ({ version, path, action })),
  }));
  return jsonDocument({ schemaVersion, folder, changed, written, items });
}
