import type { JsonObject } from "../../core/json.ts";

/** What a flow says about itself; `version` and `environment` differ between the schema versions. */
export const flowHeader: JsonObject = {
  name: {
    $ref: "#/$defs/nullableText",
    description: "The name that people see. The registry knows the flow by its folder.",
  },
  description: {
    $ref: "#/$defs/nullableText",
    description: "What the flow is for, in a sentence.",
  },
  product_group: {
    $ref: "#/$defs/nullableText",
    description: "The group that is responsible for the flow.",
  },
  resolved_version: {
    $ref: "#/$defs/nullableText",
    description:
      "Leave it out: the registry fills it in, and cannot load a file that already has it.",
  },
};

/** Where a flow may run, for hovers. */
export const environmentDescription: string = [
  "Where the flow runs.",
  "",
  "- `ambient`: in the background, with the tools that it lists",
  "- `chat`: in a conversation; the tools of MCP servers are added to every toolset",
  "- `chat-partial`: one `AgentComponent`, whose prompt and tools Duo Chat takes over",
].join("\n");
