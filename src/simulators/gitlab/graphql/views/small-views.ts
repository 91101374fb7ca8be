import type {
  FoundationalAgentRecord,
  NoteRecord,
  NumberedRecord,
  ToolRecord,
  TriggerRecord,
  UserRecord,
} from "../../state/index.ts";
import type { Lazy, View } from "../context.ts";
import { globalId } from "../schema/index.ts";

/** A user. */
export function userView({ id, username, name, bot }: UserRecord): View {
  const webUrl: Lazy = (_, { url }) => `${url}/${username}`;
  return {
    __typename: "UserCore",
    id: globalId("User", id),
    username,
    name,
    bot,
    webUrl,
    webPath: `/${username}`,
    createdAt: "2026-01-01T00:00:00Z",
  };
}

/** A group, of which little more is known than its path. */
export function groupView(path: string): View {
  const name = path.split("/").at(-1);
  const webUrl: Lazy = (_, { url }) => `${url}/groups/${path}`;
  const id: Lazy = (_, { state }) => {
    const known = state.groups.get(path.toLowerCase());
    return known === undefined ? null : globalId("Group", known.id);
  };
  const epic: Lazy = ({ iid }, { state, url }) =>
    numberedView(state.groups.get(path.toLowerCase())?.epics.get(Number(iid)), {
      model: "Epic",
      webUrl: `${url}/groups/${path}/-/epics`,
    });
  const fullName = path.replaceAll("/", " / ");
  return { id, name, path: name, fullPath: path, fullName, webUrl, epic };
}

/** An issue, an epic or a merge request; null for what is not there. */
export function numberedView(
  record: Pick<NumberedRecord, "id" | "iid" | "title"> | undefined,
  { model, webUrl }: { readonly model: string; readonly webUrl: string },
): View | null {
  if (record === undefined) return null;
  const { id, iid, title } = record;
  return { id: globalId(model, id), iid: String(iid), title, webUrl: `${webUrl}/${iid}` };
}

/** A built-in tool. */
export function toolView({ id, name, title, description }: ToolRecord): View {
  return { id: globalId("Ai::Catalog::BuiltInTool", id), name, title, description };
}

/** A trigger of a flow. */
export function triggerView(record: TriggerRecord): View {
  const { id, description, eventTypes, configPath, filter, createdAt, updatedAt } = record;
  const fields: Readonly<Record<string, Lazy>> = {
    aiCatalogItemConsumer: (_, { views }) =>
      record.consumer === undefined ? null : views.consumer(record.consumer),
    project: (_, { views }) => views.project(record.project),
    user: (_, { views }) => (record.user === undefined ? null : views.user(record.user)),
  };
  const gid = globalId("Ai::FlowTrigger", id);
  return { id: gid, description, eventTypes, configPath, filter, createdAt, updatedAt, ...fields };
}

/** A chat agent that the instance itself defines. */
export function foundationalAgentView(record: FoundationalAgentRecord): View {
  const { reference, version, name, description, selectableInChat, systemPrompt } = record;
  const withVersion = version === "" ? reference : `${reference}/${version}`;
  const tools: Lazy = (_, { state, views }) =>
    record.tools.flatMap((tool) => state.tools.get(tool) ?? []).map(views.tool);
  return {
    __typename: "AiFoundationalChatAgent",
    id: globalId("Ai::FoundationalChatAgent", withVersion.replace("/", "-")),
    reference,
    version,
    referenceWithVersion: withVersion,
    name,
    description,
    selectableInChat,
    systemPrompt,
    tools,
    flowConfig:
      record.flowVersion === undefined
        ? null
        : {
            flowConfigId: reference,
            flowConfigSchemaVersion: "v1",
            flowVersion: record.flowVersion,
          },
  };
}

/** A note of a merge request. */
export function noteView(record: NoteRecord): View {
  const { id, body, createdAt, updatedAt, internal, system } = record;
  const author: Lazy = (_, { views }) => views.user(record.author);
  const gid = globalId("Note", id);
  const state = { resolvable: false, resolved: false };
  return { id: gid, body, createdAt, updatedAt, internal, system, author, ...state };
}
