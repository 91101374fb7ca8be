import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { decoded } from "../../core/encoded.ts";
import type { ToolHandler } from "../../core/family.ts";
import { locateGroup, locateInGroup, type Kind } from "../../core/locate.ts";
import { pageOf } from "../../core/params.ts";
import { reply, toolException } from "../../core/reply.ts";
import { RestError } from "../../core/rest.ts";
import { located, readTool, sentArgs, writeTool } from "../../core/tool-call.ts";
import type { World } from "../../core/world.ts";
import { sortNotes } from "../work-items/note-routes.ts";
import { visibleItem, visibleNotes } from "../work-items/work-item-store.ts";

/*
 * Shapes after public mirrors of the service's source: duo_workflow_service/tools/epic.py for the results,
 * its later duo_base_tool.py for failures, which are exceptions.
 */

const epic: Kind = {
  key: "epic_iid",
  segments: ["epics", "work_items"],
  label: "Epic",
  noun: "epic",
};

const groupKeys = ["url", "group_id"];
/** `epic_id` says nothing that the API would read: the address has the iid. */
const epicKeys = [...groupKeys, "epic_iid", "epic_id"];

function onEpic(
  args: JsonObject,
  world: World,
  go: (path: string, place: { readonly id: string; readonly iid: number }) => ToolOutcome,
): ToolOutcome {
  return located(locateInGroup(args, world, epic), (place) => {
    const wrong = idMismatch(args, world, place);
    if (wrong !== undefined) return toolException(wrong);
    return go(`/api/v4/groups/${place.id}/epics/${String(place.iid)}`, place);
  });
}

/** The real tool takes any `epic_id`; one of another epic is a mistake that a test should show. */
function idMismatch(
  args: JsonObject,
  world: World,
  { id, iid }: { readonly id: string; readonly iid: number },
): string | undefined {
  const given = args["epic_id"] ?? null;
  const group = world.group(decoded(id));
  const item = group === undefined ? undefined : visibleItem(world, group, iid);
  if (given === null || item === undefined || item.epicId === given) return undefined;
  return `Epic ID mismatch: epic ${String(iid)} has the id ${String(item.epicId)}, not ${JSON.stringify(given)}`;
}

/** A new epic has no iid and no id yet: what is given of them is sent, and the API does not read it. */
const createEpic: ToolHandler = (args, world) =>
  located(locateGroup(args, world), ({ id }) =>
    writeTool(world, ["POST", `/api/v4/groups/${id}/epics`], {
      body: sentArgs(args, groupKeys),
      wrap: (body) => ({ created_epic: body }),
    }),
  );

const listEpics: ToolHandler = (args, world) =>
  located(locateGroup(args, world), ({ id }) => {
    const { negate = null, ...query } = sentArgs(args, groupKeys);
    return readTool(world, `/api/v4/groups/${id}/epics`, {
      key: "epics",
      query: isEmpty(negate) ? query : { ...query, not: negate },
    });
  });

function isEmpty(value: JsonValue): boolean {
  return value === null || JSON.stringify(value) === "{}";
}

const getEpic: ToolHandler = (args, world) =>
  onEpic(args, world, (path) => readTool(world, path, { key: "epic" }));

const updateEpic: ToolHandler = (args, world) =>
  onEpic(args, world, (path) =>
    writeTool(world, ["PUT", path], {
      body: sentArgs(args, epicKeys),
      wrap: (body) => ({ updated_epic: body }),
    }),
  );

/** Asks by GraphQL. Order and page are the fake's: the mirrors' query has neither, the tool's parameters have both. */
const listEpicNotes: ToolHandler = (args, world) =>
  onEpic(args, world, (_, { id, iid }) => {
    const fullPath = decoded(id);
    const variables = { fullPath, epicIid: String(iid) };
    world.request("POST", "/api/graphql", { operationName: "GetEpicNotes", variables });
    const group = world.group(fullPath);
    const item = group === undefined ? undefined : visibleItem(world, group, iid);
    if (item === undefined) return toolException("No widgets found in the response.");
    try {
      const notes = pageOf(sortNotes(visibleNotes(world, item), args), args);
      return reply({
        notes: notes.map((note) => ({
          id: `gid://gitlab/Note/${String(note.id)}`,
          body: note.body,
          createdAt: note.createdAt,
          author: { username: note.author },
        })),
      });
    } catch (error) {
      if (error instanceof RestError) return toolException(JSON.stringify(error.body));
      throw error;
    }
  });

/** The service's tools on epics. */
export const epicTools: Readonly<Record<string, ToolHandler>> = {
  create_epic: createEpic,
  list_epics: listEpics,
  get_epic: getEpic,
  update_epic: updateEpic,
  list_epic_notes: listEpicNotes,
};
