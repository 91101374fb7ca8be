import type { WorkItem } from "./work-item.ts";

/** What lists can be ordered by. */
export const itemOrders = [
  "closed_at",
  "created_at",
  "due_date",
  "start_date",
  "title",
  "updated_at",
  "weight",
] as const;
type ItemOrder = (typeof itemOrders)[number];

/** Items in an order; what has no value comes last, and what is equal, in that of their ids. */
export function sortItems(
  items: readonly WorkItem[],
  order: ItemOrder,
  direction: "asc" | "desc",
): readonly WorkItem[] {
  const sign = direction === "asc" ? 1 : -1;
  const valueOf = values[order];
  return items.toSorted((a, b) => {
    const left = valueOf(a);
    const right = valueOf(b);
    if (left === right) return sign * (a.id - b.id);
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -sign : sign;
  });
}

const values: Readonly<Record<ItemOrder, (item: WorkItem) => number | string | null>> = {
  closed_at: ({ closedAt }) => closedAt,
  created_at: ({ createdAt }) => createdAt,
  due_date: ({ dueDate }) => dueDate,
  start_date: ({ startDate }) => startDate,
  title: ({ title }) => title.toLowerCase(),
  updated_at: ({ updatedAt }) => updatedAt,
  weight: ({ weight }) => weight,
};
