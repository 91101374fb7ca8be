import type { JsonObject } from "../../core/json.ts";
import { matcherSchema } from "../../core/match/matcher-schema.ts";
import { fakesSchema, mocksSchema } from "../../tools/index.ts";
import { canariesSchema } from "../safety/canary-schema.ts";
import { injectSchema } from "../safety/inject-schema.ts";
import { chatSchema } from "../target/chat/chat-schema.ts";
import { duoChatSchema } from "../target/duo-chat/duo-chat-schema.ts";
import { httpSchema } from "../target/http/http-schema.ts";
import { casePartSchemas, caseSchema, limitsSchema } from "./case-schema.ts";
import { contextSchema } from "./context-schema.ts";
import { continuesSchema } from "./conversation-schema.ts";
import { expectSchema } from "./expect-schema.ts";
import { gatesSchema } from "./gates-schema.ts";
import { judgeSchema } from "./judge-schema.ts";
import { matrixSchema } from "./matrix-schema.ts";
import { quarantineSchema } from "./quarantine-schema.ts";
import { sessionProperties } from "./session-schema.ts";

const target: JsonObject = {
  title: "target",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  description: "One of flow, chat, http, recorded and duo_chat, with what belongs to it.",
  properties: {
    flow: {
      type: "string",
      description:
        "A reference (`data_analyst`) or the path of a flow's file, relative to this one.",
    },
    version: {
      type: "string",
      description:
        "A version or a constraint (`^1.0.0`). Without it exactly 1.0.0, as in the service.",
    },
    model: { type: "string", description: "`provider/name` of the agent's model." },
    ...sessionProperties,
    chat: chatSchema,
    http: httpSchema,
    recorded: {
      type: "string",
      minLength: 1,
      description: "A file with an answer in each line (.jsonl), relative to this one.",
    },
    duo_chat: duoChatSchema,
  },
};

/** What suites refer to by name: `#/$defs/<name>`. */
export const suiteDefinitions: JsonObject = {
  target,
  context: contextSchema,
  mocks: mocksSchema,
  fakes: fakesSchema,
  unmocked: {
    enum: ["suite_error", "tool_error"],
    description:
      "What a call does that no mock answers: end the trial as suite_error, or tell the model that the tool is not available.",
  },
  limits: limitsSchema,
  matrix: matrixSchema,
  expect: expectSchema,
  canaries: canariesSchema,
  inject: injectSchema,
  quarantine: quarantineSchema,
  gates: gatesSchema,
  continues: continuesSchema,
  case: caseSchema,
  matcher: matcherSchema,
};

/** JSON Schema of a suite, the format of `*.suite.yml`. The checks bring their own. */
export const suiteSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof suite",
  description: "Cases for a flow: what is asked, what its tools answer, and what must come of it.",
  type: "object",
  additionalProperties: false,
  required: ["suite"],
  properties: {
    suite: {
      type: "string",
      pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
      description: "Id in kebab-case. In a folder below `suites` it begins with the folder's name.",
    },
    description: { type: "string", description: "For readers; nothing depends on it." },
    target: { $ref: "#/$defs/target" },
    targets: {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" },
      additionalProperties: { $ref: "#/$defs/target" },
      description: "Several targets by name, which run the same cases.",
    },
    script: {
      type: "string",
      description: "The script to use when no model is named; its path, relative to this file.",
    },
    judge: judgeSchema,
    context: { $ref: "#/$defs/context" },
    tools: { $ref: "#/$defs/mocks" },
    fakes: { $ref: "#/$defs/fakes" },
    unmocked: { $ref: "#/$defs/unmocked" },
    limits: { $ref: "#/$defs/limits" },
    canaries: { $ref: "#/$defs/canaries" },
    inject: { $ref: "#/$defs/inject" },
    quarantine: { $ref: "#/$defs/quarantine" },
    gates: { $ref: "#/$defs/gates" },
    matrix: { $ref: "#/$defs/matrix" },
    cases: { type: "array", minItems: 1, items: { $ref: "#/$defs/case" } },
    cases_file: {
      description:
        "Files with a case in each row, relative to this one: CSV with a header (.csv), or one JSON object a line (.jsonl).",
      anyOf: [
        { type: "string", minLength: 1 },
        { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
      ],
    },
    case_template: {
      type: "object",
      minProperties: 1,
      description:
        "What the rows of `cases_file` become: a case with {{ row.column }} in its texts. Without it, columns are named after the parts of a case: id, ask, expect.answer.word, tags.",
      additionalProperties: false,
      properties: casePartSchemas,
    },
  },
  $defs: suiteDefinitions,
};
