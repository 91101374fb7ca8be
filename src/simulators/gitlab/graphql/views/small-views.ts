import type {
  FoundationalAgentRecord,
  NoteRecord,
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

/** A group, of which nothing is known but its path. */
export function groupView(path: string): View {
  const name = path.split("/").at(-1);
  const webUrl: Lazy = (_, { url }) => `${url}/groups/${path}`;
  return { name, path: name, fullPath: path, fullName: path.replaceAll("/", " / "), webUrl };
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
