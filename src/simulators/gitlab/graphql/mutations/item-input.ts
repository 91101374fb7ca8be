import { GraphQLError } from "graphql";
import type { JsonObject } from "../../../../core/json.ts";
import type { ItemVisibility } from "../../catalog/index.ts";
import {
  hasRole,
  type ItemRecord,
  mayManageItem,
  mayReadItem,
  type ProjectRecord,
} from "../../state/index.ts";
import type { GraphqlContext } from "../context.ts";
import { denied } from "../denied.ts";
import { numberOf } from "../schema/index.ts";
import { textOf } from "./mutation.ts";

/** The project that an item is made in. @throws GraphQLError where one may not make any there */
export function projectFor(input: JsonObject, { state, viewer }: GraphqlContext): ProjectRecord {
  const project = state.projects.get(numberOf(input["projectId"]));
  if (project === undefined || !hasRole(viewer, project, "maintainer")) throw denied();
  return project;
}

/** The item that is to be changed. @throws GraphQLError where one may not change it */
export function itemFor(
  input: JsonObject,
  type: ItemRecord["type"],
  { state, viewer }: GraphqlContext,
): ItemRecord {
  const item = state.items.get(numberOf(input["id"]));
  if (item === undefined || item.type !== type || !mayReadItem(viewer, item)) throw denied();
  if (!mayManageItem(viewer, item)) throw denied();
  return item;
}

const visibilities: Readonly<Record<string, ItemVisibility>> = {
  PUBLIC: "public",
  RESTRICTED: "restricted",
  PRIVATE: "private",
};

/** What an input says of who may see an item; undefined where it says nothing. */
export function visibilityOf(input: JsonObject): ItemVisibility | undefined {
  const { public: isPublic = null, visibility = null } = input;
  if (isPublic !== null && visibility !== null) {
    throw new GraphQLError(
      "Only one of [public, visibility] arguments is allowed at the same time.",
    );
  }
  if (typeof visibility === "string") return visibilities[visibility];
  return isPublic === null ? undefined : isPublic === true ? "public" : "private";
}

/** The same where one must be said. @throws GraphQLError */
export function neededVisibilityOf(input: JsonObject): ItemVisibility {
  const visibility = visibilityOf(input);
  if (visibility !== undefined) return visibility;
  throw new GraphQLError("One and only one of [public, visibility] arguments is required.");
}

/** What is wrong with a name and a description. */
export function textProblems(input: JsonObject): string[] {
  const [name, description] = [textOf(input, "name"), textOf(input, "description")];
  const problems: string[] = [];
  if (name !== undefined && name.trim() === "") problems.push("Name can't be blank");
  else if (name !== undefined && name.length < 3) {
    problems.push("Name is too short (minimum is 3 characters)");
  }
  if (name !== undefined && name.length > 255) {
    problems.push("Name is too long (maximum is 255 characters)");
  }
  if (description?.trim() === "") problems.push("Description can't be blank");
  if (description !== undefined && description.length > 1024) {
    problems.push("Description is too long (maximum is 1024 characters)");
  }
  return problems;
}
