import type { JsonObject } from "../../../../../core/json.ts";
import { textParam } from "../../core/params.ts";
import { badRequest } from "../../core/rest.ts";
import type { World } from "../../core/world.ts";
import type { Condition } from "../work-items/conditions.ts";
import type { WorkItem } from "../work-items/work-item.ts";

/** `assignee_id` and `assignee_username`, or those of an author: an id, `None`, `Any`, or a username. */
export function hasPerson(
  world: World,
  query: JsonObject,
  { key, of }: { readonly key: string; readonly of: (item: WorkItem) => readonly string[] },
): readonly Condition[] {
  const conditions: Condition[] = [];
  const id = textParam(query, `${key}_id`);
  if (id !== undefined) conditions.push(byId(world, id, { name: `${key}_id`, of }));
  const username = textParam(query, `${key}_username`);
  if (username !== undefined) conditions.push((item) => of(item).includes(username));
  return conditions;
}

function byId(
  world: World,
  id: string,
  { name, of }: { readonly name: string; readonly of: (item: WorkItem) => readonly string[] },
): Condition {
  if (/^(?:none|0)$/i.test(id)) return (item) => of(item).length === 0;
  if (/^any$/i.test(id)) return (item) => of(item).length > 0;
  if (!/^[0-9]{1,15}$/.test(id)) throw badRequest(`${name} should be an integer, 'None', or 'Any'`);
  const username = world.userWithId(Number(id))?.username;
  return (item) => username !== undefined && of(item).includes(username);
}
