import type { VersionRecord } from "../../state/index.ts";
import { connectionOf } from "../connection.ts";
import type { Lazy, View } from "../context.ts";
import { globalId } from "../schema/index.ts";

const typeNames = {
  agent: "AiCatalogAgentVersion",
  flow: "AiCatalogFlowVersion",
  third_party_flow: "AiCatalogThirdPartyFlowVersion",
} as const;

/** A version of an item. */
export function versionView(record: VersionRecord): View {
  const { version, released, content, item } = record;
  const author: Lazy = (_, { views }) =>
    record.createdBy === undefined ? null : views.user(record.createdBy);
  return {
    __typename: typeNames[item.type],
    id: globalId("Ai::Catalog::ItemVersion", record.id),
    versionName: version,
    humanVersionName: released ? `v${version}` : `v${version}-draft`,
    released,
    releasedAt: record.releasedAt,
    deprecated: record.deprecated,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    createdBy: author,
    item: ((_, { views }) => views.item(item)) satisfies Lazy,
    ...(content.kind === "flow" ? { definition: content.definition } : agentFields(content)),
  };
}

function agentFields({
  systemPrompt,
  userPrompt,
  tools,
  mcpTools,
}: Extract<VersionRecord["content"], { kind: "agent" }>): View {
  const toolsOf: Lazy = (args, { state, views }) => {
    const known = tools.flatMap((name) => state.tools.get(name) ?? []);
    return connectionOf(known, { args, key: ({ id }) => id, view: views.tool });
  };
  return { systemPrompt, userPrompt, tools: toolsOf, mcpTools, mcpServers: noServers };
}

const noServers: Lazy = (args) => connectionOf([], { args, key: () => 0, view: () => null });
