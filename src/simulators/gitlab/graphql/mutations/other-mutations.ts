import type { JsonObject } from "../../../../core/json.ts";
import { type ItemRecord, mayManageItem, mayReadItem } from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";
import { numberOf } from "../schema/index.ts";
import { mutation, refuse, type Result } from "./mutation.ts";
import { nextVersion } from "./next-version.ts";

function readable(input: JsonObject, { state, viewer }: GraphqlContext): ItemRecord {
  const item = state.items.get(numberOf(input["id"]));
  if (item === undefined || !mayReadItem(viewer, item)) throw denied();
  return item;
}

function star(input: JsonObject, context: GraphqlContext): Result {
  const item = readable(input, context);
  const name = context.viewer.user?.username ?? "";
  if (input["starred"] === true) item.starredBy.add(name);
  else item.starredBy.delete(name);
  return { starCount: item.otherStars + item.starredBy.size };
}

function restore(input: JsonObject, context: GraphqlContext): Result {
  const { state, viewer, views } = context;
  const old = state.findVersion(numberOf(input["id"]));
  if (old === undefined || !mayManageItem(viewer, old.item)) throw denied();
  refuse(old.released ? [] : ["Only a released version can be restored"]);
  const now = state.now();
  if (input["deprecateCurrent"] === true) {
    const current = old.item.versions.findLast(({ released }) => released);
    if (current !== undefined) current.deprecated = true;
  }
  const version = {
    ...old,
    id: state.nextId(),
    version: nextVersion(old.item.versions, "PATCH"),
    releasedAt: now,
    deprecated: false,
    createdAt: now,
    updatedAt: now,
    createdBy: viewer.user,
  };
  old.item.versions.push(version);
  return { itemVersion: views.version(version) };
}

/** What else can be done to items. */
export const otherMutations: Readonly<Record<string, Lazy>> = {
  aiCatalogItemStar: mutation(star, { starCount: 0 }),
  aiCatalogItemReport: mutation((input, context) => {
    readable(input, context);
    return {};
  }),
  aiCatalogItemVersionRestore: mutation(restore, { itemVersion: null }),
};
