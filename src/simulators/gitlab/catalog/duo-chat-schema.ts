import type { JsonObject } from "../../../core/json.ts";

const text = { type: "string", pattern: "\\S" };

/** What `duo_chat` of a catalog may hold. */
export const duoChatSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "The classic Duo Chat; nobody may use it when left out.",
  properties: {
    users: { type: "array", items: text, description: "Who has a seat; everybody when left out." },
    requests_per_8_hours: {
      type: "integer",
      minimum: 1,
      description: "What one user may ask in a window of eight hours; 160 when left out.",
    },
    replies: {
      type: "array",
      description:
        "What it answers: the first that fits a question and is not used up. A question that none fits is answered with an error.",
      items: { $ref: "#/$defs/chatReply" },
    },
  },
};

/** One of its `replies`. */
export const chatReplySchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    when: {
      ...text,
      description: "Stands in the question, in whatever case; any question when left out.",
    },
    turn: {
      type: "integer",
      minimum: 1,
      description: "Which question of its thread it answers, from 1.",
    },
    resource: {
      ...text,
      description:
        "What is asked about: `group/project#7`, `group/project!7`, `group&4`, or a path.",
    },
    times: { type: "integer", minimum: 1, description: "How often it answers." },
    answer: { type: "string", description: "May be empty." },
    errors: { type: "array", minItems: 1, items: text, description: "Of the message." },
    never: { const: true, description: "The question is taken, and nothing ever comes." },
    polls: {
      type: "integer",
      minimum: 0,
      maximum: 1000,
      description: "How often one asks before the answer is there; 0 when left out.",
    },
    delay_ms: { type: "integer", minimum: 0, maximum: 3600000, description: "How long it takes." },
    chunks: {
      type: "integer",
      minimum: 1,
      maximum: 100,
      description:
        "Into so many pieces the answer is cut that are there before it. GitLab keeps none; they are for trying clients.",
    },
  },
};
