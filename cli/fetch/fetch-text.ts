import { itemNumber, type SyncResult } from "../../src/catalog/index.ts";
import { printable } from "../../src/core/text/printable.ts";
import { terminalTable, unifiedDiff } from "../../src/format/index.ts";

/** What a person reads of a fetch: a line for each config, and how many of them changed. */
export function fetchText(
  { configs, fetched, changed }: SyncResult,
  { folder, isDry }: { readonly folder: string; readonly isDry: boolean },
): { readonly text: string; readonly summary: string } {
  const rows = configs.map(({ reference, version, path, action }) => {
    const item = fetched.find((each) => each.reference === reference)?.item;
    const id = item === undefined ? "" : itemNumber(item.id);
    return [reference, version, id, verbs[action], path].map((cell) => printable(cell));
  });
  const columns = ["reference", "version", "item", "", "file"].map((title) => ({ title }));
  const diffs = isDry
    ? configs
        .filter(({ action }) => action !== "keep")
        .map(({ path, before, text }) => unifiedDiff(before ?? "", text, path))
    : [];
  if (configs.length === 0)
    return { text: "", summary: `nothing to do: the lock of ${folder} has none` };
  return {
    text: [`${terminalTable(columns, rows)}\n`, ...diffs].join("\n"),
    summary: summaryOf({ configs, changed }, { folder, isDry }),
  };
}

const verbs = { add: "added", change: "changed", keep: "unchanged" };

function summaryOf(
  { configs, changed }: Pick<SyncResult, "configs" | "changed">,
  { folder, isDry }: { readonly folder: string; readonly isDry: boolean },
): string {
  const amounts = (["add", "change", "keep"] as const).flatMap((action) => {
    const amount = configs.filter((config) => config.action === action).length;
    return amount === 0 ? [] : [`${amount} ${verbs[action]}`];
  });
  const what = amounts.join(", ");
  if (!changed) return `${what}: ${folder} is as the catalog is`;
  return isDry ? `${what}: nothing was written` : `${what}: ${folder} and its lock are written`;
}
