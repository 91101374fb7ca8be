import type { JsonObject } from "../../core/json.ts";
import {
  codingEnvironments,
  eventsByNumber,
  featureMaturities,
  privilegesByNumber,
  workflowEnvironments,
} from "./vocabulary.ts";

// What values mean is judged by rules, for Ruby files as well; the examples are what editors offer.
const text: JsonObject = { type: "string" };
const textOrNull: JsonObject = { type: ["string", "null"] };
const flag: JsonObject = { type: "boolean" };
const anything: JsonObject = {};

function oneOf(examples: readonly string[], description: string): JsonObject {
  return { type: "string", examples, description };
}

const privileges: JsonObject = {
  type: "array",
  items: { type: ["string", "integer"], examples: [...privilegesByNumber.values()] },
  description: "Names of privileges, or the monolith's numbers of them.",
};

const events = [...eventsByNumber.values()];

const agent: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A foundational agent (`Ai::FoundationalChatAgentsDefinitions::ITEMS`).",
  properties: {
    id: { type: "integer" },
    reference: { type: "string", description: "The name of its folder in a registry of flows." },
    name: text,
    description: text,
    version: {
      type: "string",
      examples: ["v1", "experimental", ""],
      description: "The folder of the registry that it comes from; empty for none.",
    },
    flow_version: {
      type: ["string", "null"],
      description: "A version, or a constraint such as ^1.0.0; 1.0.0 when left out.",
    },
    global_catalog_id: {
      type: ["integer", "null"],
      description: "Its item in the AI Catalog of GitLab.com, if it comes from there.",
    },
    avatar: textOrNull,
    ultimate_only: flag,
    selectable_in_chat: flag,
    item_type: { type: ["string", "integer", "null"] },
    public: flag,
    visibility: { type: ["string", "integer", "null"] },
    verification_level: { type: ["string", "integer", "null"] },
    tools: { type: "array", items: text, description: "Names of tools, as the catalog has them." },
  },
};

const flow: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A foundational flow (`Ai::Catalog::FoundationalFlow`).",
  properties: {
    foundational_flow_reference: {
      type: "string",
      description: "`<reference>/v1`: the name of its folder, and which format it holds.",
    },
    display_name: text,
    description: text,
    feature_maturity: oneOf(featureMaturities, "How finished it is."),
    ai_feature: { type: "string", description: "`duo_agent_platform` when left out." },
    agent_privileges: privileges,
    pre_approved_agent_privileges: privileges,
    allow_agent_to_request_user: flag,
    environment: oneOf(workflowEnvironments, "Where sessions run; `ambient` when left out."),
    triggers: {
      type: "array",
      items: { type: ["string", "integer"], examples: events },
      description: "The events that start it.",
    },
    supported_events: {
      type: ["array", "null"],
      items: { type: ["string", "integer"], examples: events },
      description:
        "The events that may start it: any when left out or null, none for an empty list.",
    },
    precondition: { type: ["object", "null"] },
    avatar: textOrNull,
    ultimate_only: flag,
    feature_flag: textOrNull,
    suppress_mention_progress_note: flag,
    suppress_agent_session_note: flag,
    reuse_open_merge_request: flag,
    supported_resource_types: anything,
    goal_templates: anything,
    noteable_resolver: anything,
    source_pipeline_resolver: anything,
    additional_context_resolver: anything,
    coding_environment: oneOf(codingEnvironments, "`full` when left out."),
    flow_version: {
      type: ["string", "null"],
      description: "A version, or a constraint such as ^1.0.0; 1.0.0 when left out.",
    },
    flow_version_resolver: {
      description: "Anything here says that other versions may be chosen at run time.",
    },
  },
};

/** JSON Schema of `definitions.yml`: what the monolith registers, in its own attribute names. */
export const definitionsSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description: "The foundational agents and flows that an instance registers.",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    agents: { type: "array", items: agent },
    flows: { type: "array", items: flow },
  },
};
