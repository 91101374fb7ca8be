const itemId = /^gid:\/\/gitlab\/Ai::Catalog::Item\/(\d+)$/;

/** The number of an item, by which people know it: `348`. */
export function itemNumber(id: string): string {
  return itemId.exec(id)?.[1] ?? id;
}

/** The global id of the item with a number. */
export function itemGlobalId(number: string): string {
  return `gid://gitlab/Ai::Catalog::Item/${number}`;
}
