import { AppError } from "../../core/errors/app-error.ts";
import type { CatalogItem } from "../catalog-item.ts";
import { itemNumber } from "../item-number.ts";

/**
 * The folder's name for an item that the command line gave none: by which GitLab knows it, else its name
 * in small letters (`CI Expert` → `ci_expert`).
 *
 * @throws AppError CATALOG_ITEMS_INVALID where the item's name gives none
 */
export function referenceOf(item: CatalogItem): string {
  // Flows carry the registry's format in theirs: code_review/v1.
  const known = item.foundationalReference?.split("/")[0]?.replaceAll("-", "_");
  if (known !== undefined && isReference(known)) return known;
  const made = item.name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_\d]+|_+$/g, "");
  if (isReference(made)) return made;
  const number = itemNumber(item.id);
  throw new AppError("CATALOG_ITEMS_INVALID", `the name of item ${number} makes no reference`, {
    hint: `give it one: my_reference:${number}`,
  });
}

function isReference(text: string): boolean {
  return /^[a-z][a-z0-9_]{0,99}$/.test(text);
}
