import type { WorkItem } from "./work-item.ts";

/** The web address of a work item: an epic's, an issue's, or that of any other. */
export function itemUrl(url: string, item: WorkItem): string {
  const base = item.isInGroup ? `${url}/groups/${item.path}` : `${url}/${item.path}`;
  return `${base}/-/${segmentOf(item)}/${String(item.iid)}`;
}

function segmentOf({ type, isInGroup }: WorkItem): string {
  if (isInGroup) return type === "epic" ? "epics" : "work_items";
  return type === "issue" || type === "incident" ? "issues" : "work_items";
}
