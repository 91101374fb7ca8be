import { type ItemDraft, itemNumber, type PlannedItem } from "../../src/catalog/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";

const schemaVersion = 1;

/** What would be made, in one line. */
export function planText(
  missing: readonly PlannedItem[],
  { url, project }: { readonly url: string; readonly project: string },
): string {
  const names = missing.map(({ draft: { kind, name } }) => `${kind} "${name}"`);
  return printable(`create ${names.join(", ")} in project ${project} on ${url}`);
}

/** What was made, as soon as it is. */
export function creationText({ kind, name, reference }: ItemDraft, id: string): string {
  return printable(`created ${kind} ${id} "${name}" of ${reference}\n`);
}

/** How to fetch what the instance now has. */
export function fetchCommands(items: readonly PlannedItem[], url: string): string {
  const lines = (["agent", "flow"] as const).flatMap((kind) => {
    const pairs = pairsOf(items, kind);
    return pairs === "" ? [] : [`fetch-foundational-${kind}s ${url} - "${pairs}"\n`];
  });
  return lines.length === 0 ? "" : `fetch with:\n${lines.map((line) => `  ${line}`).join("")}`;
}

function pairsOf(items: readonly PlannedItem[], kind: ItemDraft["kind"]): string {
  return items
    .filter(({ draft }) => draft.kind === kind)
    .map(({ draft, existing }) => `${draft.reference}:${itemNumber(existing ?? "")}`)
    .join(",");
}

/** The document of `catalog create --format json`. */
export function creationDocument(
  items: readonly PlannedItem[],
  created: readonly PlannedItem[],
): string {
  const entries = items.map((item) => ({
    reference: item.draft.reference,
    kind: item.draft.kind,
    name: item.draft.name,
    id: Number(itemNumber(item.existing ?? "")),
    created: created.includes(item),
  }));
  return jsonDocument({ schemaVersion, items: entries });
}
