import type { JsonObject } from "../../core/json.ts";

/** What bounds the work of an agent and of its conversation. */
export const agentLimits: JsonObject = {
  maxCycles: {
    description:
      "Replies of the model that the agent may take before it has to end, 280 when left out. A mapping also says when it is warned.",
    anyOf: [{ $ref: "#/$defs/positiveInteger" }, { $ref: "#/$defs/maxCyclesMapping" }],
  },
  maxCyclesMapping: {
    type: "object",
    required: ["threshold"],
    properties: {
      threshold: {
        $ref: "#/$defs/positiveInteger",
        description: "Replies that the agent may take.",
      },
      iteration_warning_offset: {
        description:
          "How many replies before the threshold the agent is told to finish; null for never. Less than the threshold.",
        anyOf: [{ $ref: "#/$defs/count" }, { type: "null" }],
        default: 10,
      },
    },
  },
  compaction: {
    description: "Whether older messages are summarized when the context fills up; on by default.",
    anyOf: [{ $ref: "#/$defs/boolean" }, { $ref: "#/$defs/compactionMapping" }],
    default: true,
  },
  compactionMapping: {
    type: "object",
    properties: {
      type: { const: "compaction" },
      max_recent_messages: {
        $ref: "#/$defs/positiveInteger",
        description: "Messages at the end that are kept as they are.",
        default: 10,
      },
      recent_messages_token_budget: {
        $ref: "#/$defs/positiveInteger",
        description: "Tokens that the kept messages may have together.",
        default: 40_000,
      },
      trim_threshold: {
        $ref: "#/$defs/fraction",
        description: "How full the context must be, as a part of 1.",
        default: 0.7,
      },
    },
  },
};
