import type { JsonObject } from "../../../../../core/json.ts";
import { listParam, pageOf } from "../../core/params.ts";
import { byNewest } from "./pipeline.ts";

/** Newest first; only those of the states that `scope` names. */
export function inScope<Item extends { readonly id: number; readonly status: string }>(
  items: ReadonlyMap<number, Item>,
  query: JsonObject,
): readonly Item[] {
  const scope = listParam(query, "scope");
  const wanted = [...items.values()].filter(({ status }) => scope?.includes(status) ?? true);
  return pageOf(wanted.toSorted(byNewest), query);
}
