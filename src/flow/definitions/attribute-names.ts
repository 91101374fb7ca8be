import type { DefinitionKind } from "./definition.ts";

/** The attributes of a foundational agent, as the monolith names them. */
const agentAttributes: readonly string[] = [
  "avatar",
  "description",
  "flow_version",
  "global_catalog_id",
  "id",
  "item_type",
  "name",
  "public",
  "reference",
  "selectable_in_chat",
  "tools",
  "ultimate_only",
  "verification_level",
  "version",
  "visibility",
];

/** The attributes of a foundational flow. */
const flowAttributes: readonly string[] = [
  "additional_context_resolver",
  "agent_privileges",
  "ai_feature",
  "allow_agent_to_request_user",
  "avatar",
  "coding_environment",
  "description",
  "display_name",
  "environment",
  "feature_flag",
  "feature_maturity",
  "flow_version",
  "flow_version_resolver",
  "foundational_flow_reference",
  "goal_templates",
  "noteable_resolver",
  "pre_approved_agent_privileges",
  "precondition",
  "reuse_open_merge_request",
  "source_pipeline_resolver",
  "supported_events",
  "supported_resource_types",
  "suppress_agent_session_note",
  "suppress_mention_progress_note",
  "triggers",
  "ultimate_only",
];

/** Every attribute that the monolith knows, sorted. */
export const attributeNames: Readonly<Record<DefinitionKind, readonly string[]>> = {
  agent: agentAttributes,
  flow: flowAttributes,
};

/** Without these the monolith does not start. */
export const requiredAttributes: Readonly<Record<DefinitionKind, readonly string[]>> = {
  agent: ["id", "reference", "name", "description"],
  flow: ["foundational_flow_reference", "display_name", "description", "feature_maturity"],
};
