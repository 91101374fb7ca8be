import type { CatalogEntry } from "./catalog-entry.ts";
import {
  boolean,
  choice,
  integer,
  list,
  number,
  object,
  optional,
  record,
  required,
  text,
  withDefault,
} from "./parameter.ts";
import { showsUser } from "./presets.ts";

/** What reaches the user through the client. Two of them are markers without an implementation. */
export const conversationTools: readonly CatalogEntry[] = [
  {
    name: "clarification_question",
    summary: "Asks the user one question with two or three options to choose from",
    ...showsUser,
    trust: "trusted_internal",
    scope: "none",
    parameters: {
      question: required(text()),
      options: required(
        list(
          object({
            id: required(text()),
            label: required(text()),
            description: required(text()),
            recommended: withDefault(boolean(), false),
          }),
          { minItems: 2, maxItems: 3 },
        ),
      ),
    },
  },
  {
    name: "request_user_clarification_tool",
    summary: "Asks the user to clear up what the request leaves open",
    ...showsUser,
    trust: undefined,
    scope: "none",
    executable: false,
    parameters: {
      message: required(text()),
      recommendations: required(list(text())),
      clarity_score: required(number({ minimum: 0, maximum: 5 })),
      clarity_verdict: required(choice("CLEAR", "NEEDS CLARIFICATION", "UNCLEAR")),
      response: optional(text()),
    },
  },
  {
    name: "handover_tool",
    summary: "Hands the work over to the next component",
    ...showsUser,
    trust: undefined,
    scope: "none",
    executable: false,
    parameters: {
      summary: required(text()),
    },
  },
  {
    name: "notify_me_when",
    summary: "Schedules a message that wakes the agent up later",
    ...showsUser,
    scope: "none",
    capability: "schedule_notification",
    experimental: true,
    parameters: {
      when: required(
        object({
          type: withDefault(choice("timer"), "timer"),
          delay_minutes: required(integer({ minimum: 1, maximum: 1440 })),
        }),
      ),
      message: required(text()),
    },
  },
  {
    name: "render_ui",
    summary: "Shows the user a tree of interface components",
    ...showsUser,
    trust: "trusted_internal",
    scope: "none",
    experimental: true,
    parameters: {
      // Follows a schema of interface components that the service keeps to itself.
      tree: required(record()),
    },
  },
];
