import type { JsonObject } from "../../../../core/json.ts";
import type { ItemRecord, VersionRecord } from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { contentOf } from "./content-of.ts";
import {
  itemFor,
  neededVisibilityOf,
  projectFor,
  textProblems,
  visibilityOf,
} from "./item-input.ts";
import { mutation, refuse, type Result, textOf } from "./mutation.ts";
import { nextVersion } from "./next-version.ts";

type Type = ItemRecord["type"];

function createItem(type: Type): Lazy {
  return mutation(
    (input, context) => {
      const visibility = neededVisibilityOf(input);
      const project = projectFor(input, context);
      const { state, views } = context;
      const read = contentOf(input, { type }, context);
      const wrong = textProblems(input);
      if (read === undefined) wrong.push("Versions definition can't be blank");
      else if ("problems" in read) wrong.push(...read.problems);
      refuse(wrong);
      if (read === undefined || !("content" in read)) return {};
      const now = state.now();
      const item: ItemRecord = {
        id: state.nextId(),
        type,
        name: textOf(input, "name") ?? "",
        description: textOf(input, "description") ?? "",
        project,
        visibility,
        foundationalReference: undefined,
        verification: "unverified",
        deletedAt: undefined,
        otherStars: 0,
        starredBy: new Set(),
        usage: 0,
        createdAt: now,
        updatedAt: now,
        versions: [],
      };
      state.items.set(item.id, item);
      addVersion(item, { version: "1.0.0", content: read.content }, context);
      if (input["release"] === true) releaseLatest(item, now);
      return { item: views.item(item) };
    },
    { item: null },
  );
}

function updateItem(type: Type): Lazy {
  return mutation(
    (input, context) => {
      const item = itemFor(input, type, context);
      const visibility = visibilityOf(input);
      const latest = item.versions.at(-1);
      const read = contentOf(input, { type, ...(latest && { content: latest.content }) }, context);
      const wrong = textProblems(input);
      if (read !== undefined && "problems" in read) wrong.push(...read.problems);
      refuse(wrong);
      const now = context.state.now();
      item.name = textOf(input, "name") ?? item.name;
      item.description = textOf(input, "description") ?? item.description;
      item.visibility = visibility ?? item.visibility;
      item.updatedAt = now;
      if (read !== undefined && "content" in read) {
        changeContent(item, { content: read.content, bump: input["versionBump"] }, context);
      }
      if (input["release"] === true) releaseLatest(item, now);
      return { item: context.views.item(item) };
    },
    { item: null },
  );
}

interface Change {
  readonly content: VersionRecord["content"];
  readonly bump: unknown;
}

/** What was released stays as it is: a change makes a draft of it, or changes the draft that there is. */
function changeContent(item: ItemRecord, { content, bump }: Change, context: GraphqlContext): void {
  const latest = item.versions.at(-1);
  if (latest !== undefined && !latest.released) {
    latest.content = content;
    latest.updatedAt = context.state.now();
    if (typeof bump === "string") latest.version = nextVersion(item.versions.slice(0, -1), bump);
    return;
  }
  addVersion(item, { version: nextVersion(item.versions, bump), content }, context);
}

function addVersion(
  item: ItemRecord,
  { version, content }: Pick<VersionRecord, "version" | "content">,
  { state, viewer }: GraphqlContext,
): void {
  const now = state.now();
  item.versions.push({
    id: state.nextId(),
    item,
    version,
    released: false,
    releasedAt: undefined,
    deprecated: false,
    createdAt: now,
    updatedAt: now,
    createdBy: viewer.user,
    content,
  });
}

function releaseLatest(item: ItemRecord, now: string): void {
  const latest = item.versions.at(-1);
  if (latest === undefined || latest.released) return;
  latest.released = true;
  latest.releasedAt = now;
  latest.updatedAt = now;
}

function deleteItem(type: Type): Lazy {
  const remove = (input: JsonObject, context: GraphqlContext): Result => {
    const item = itemFor(input, type, context);
    const isUsed = [...context.state.consumers.values()].some((each) => each.item === item);
    // What is in use somewhere must not vanish there.
    if (isUsed && input["forceHardDelete"] !== true) item.deletedAt = context.state.now();
    else context.state.items.delete(item.id);
    return { success: true };
  };
  return mutation(remove, { success: false });
}

/** Making, changing and removing agents and flows. */
export const itemMutations: Readonly<Record<string, Lazy>> = {
  aiCatalogAgentCreate: createItem("agent"),
  aiCatalogAgentUpdate: updateItem("agent"),
  aiCatalogAgentDelete: deleteItem("agent"),
  aiCatalogFlowCreate: createItem("flow"),
  aiCatalogFlowUpdate: updateItem("flow"),
  aiCatalogFlowDelete: deleteItem("flow"),
  aiCatalogThirdPartyFlowCreate: createItem("third_party_flow"),
  aiCatalogThirdPartyFlowUpdate: updateItem("third_party_flow"),
  aiCatalogThirdPartyFlowDelete: deleteItem("third_party_flow"),
};
