import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { FeatureFlag } from "../../engine/index.ts";
import { privilegeNames } from "../../tools/index.ts";

/** The compiler sees to it that none is missing. */
const flags = { dap_parallel_subagents: true } satisfies Record<FeatureFlag, true>;

/** The feature flags of the service that decide how a flow runs. */
export const featureFlags: readonly string[] = Object.keys(flags);

const list = (items: JsonObject, description: string): JsonObject => ({
  type: "array",
  items,
  description,
});
const oneOf = (values: readonly JsonValue[]): JsonObject => ({ enum: values });
const tool: JsonObject = { type: "string", minLength: 1 };

/** JSON Schema of what a target says about its sessions, besides the flow. */
export const sessionProperties: JsonObject = {
  privileges: list(
    oneOf(privilegeNames),
    "What the session allows its agents; tools of other privileges are not offered. Without it everything is allowed.",
  ),
  pre_approved_privileges: list(
    oneOf(privilegeNames),
    "Those of `privileges` whose tools run without asking; none without it. Chats ask about all others, flows where `require_tool_approval` says so.",
  ),
  mcp_tools: list(
    tool,
    "Tools of connected MCP servers, offered in chats besides the toolset. A mock declares what they take.",
  ),
  denied_tools: list(
    tool,
    "Tools that are switched off: not offered, whatever the privileges, and a chat is told so.",
  ),
  features: list(oneOf(featureFlags), "Feature flags of the service that are on."),
};
