import type { SuiteRule } from "../../rule/suite-rule.ts";

const cases = (...lines: readonly string[]): string => `cases:\n${lines.join("\n")}\n`;
const good = [{ suite: "" }];

export const duplicateCase: SuiteRule = {
  id: "duplicate-case",
  severity: "error",
  codes: ["EVAL_DUPLICATE_CASE"],
  docs: {
    summary: "forbids two cases with the same id in a suite",
    rationale: "Records, reports and comparisons tell cases apart by their ids.",
    repair: "give one of the two another id",
  },
  examples: {
    bad: [
      {
        suite: cases(
          "  - { id: a, ask: Which label?, expect: [answer: bug] }",
          "  - { id: a, ask: Which milestone?, expect: [answer: 17.1] }",
        ).replace("17.1", "next"),
        reports: [3],
      },
    ],
    good,
  },
};

export const caseQuestion: SuiteRule = {
  id: "case-question",
  severity: "error",
  codes: ["EVAL_CASE_QUESTION"],
  docs: {
    summary: "requires what the user says, once: `ask` or `conversation`",
    rationale: "Without a message of the user there is nothing that an agent could answer.",
    repair: "write `ask` for one message, `conversation` for several turns",
  },
  examples: {
    bad: [
      { suite: cases("  - { id: a, expect: [answer: bug] }"), reports: [2] },
      {
        suite: cases(
          "  - id: a",
          "    ask: hi",
          "    conversation: [{ user: hi }]",
          "    expect: [answer: bug]",
        ),
        reports: [4],
      },
    ],
    good,
  },
};

export const impossibleRequire: SuiteRule = {
  id: "impossible-require",
  severity: "error",
  codes: ["EVAL_REQUIRE_TOO_HIGH"],
  docs: {
    summary: "limits `require` to the number of trials",
    rationale: "A case that asks for more passes than it has trials can never pass.",
    repair: "lower `require`, or write more `trials`",
  },
  examples: {
    bad: [
      {
        suite: cases("  - { id: a, ask: hi, expect: [answer: bug], trials: 3, require: 4 }"),
        reports: [2],
      },
    ],
    good: [
      { suite: cases("  - { id: a, ask: hi, expect: [answer: bug], trials: 4, require: 4 }") },
    ],
  },
};

export const quarantineTerms: SuiteRule = {
  id: "quarantine-terms",
  severity: "error",
  codes: ["EVAL_QUARANTINE_INVALID"],
  docs: {
    summary: "forbids a quarantine of a critical case, or until a day that does not exist",
    rationale:
      "A case in quarantine runs and decides nothing; a critical case decides by itself. It cannot be both.",
    repair: "remove `critical` or the quarantine, or correct the day",
  },
  examples: {
    bad: [
      {
        suite: cases(
          "  - { id: a, ask: hi, expect: [answer: bug], critical: true, quarantine: see issue 12 }",
        ),
        reports: [2],
      },
      {
        suite: `quarantine: the API is down\n${cases(
          "  - { id: a, ask: hi, expect: [answer: bug], critical: true }",
        )}`,
        reports: [3],
      },
      {
        suite: "quarantine: { reason: see issue 12, until: 2031-02-30 }\n",
        reports: [1],
      },
    ],
    good: [{ suite: "quarantine: { reason: see issue 12, until: 2031-02-28 }\n" }],
  },
};

export const caseContinues: SuiteRule = {
  id: "case-continues",
  severity: "error",
  codes: ["EVAL_CONTINUES_INVALID"],
  docs: {
    summary: "requires conversations that can be read, and targets that can go on with them",
    rationale:
      "A case with `continues` begins where an earlier conversation ended. Flows of the environment chat-partial, chats and endpoints that are sent the conversation can be given it; others would begin anew.",
    repair: "name a file that exists, or leave `continues` out",
  },
  examples: {
    bad: [
      {
        suite:
          "target: { chat: { prompt: Be brief. } }\ncases: [{ id: a, ask: And?, continues: missing.yml, expect: [answer: ho] }]\n",
        reports: [2],
      },
      {
        suite:
          "target: { flow: triage, version: 1.0.0 }\ncases: [{ id: a, ask: And?, continues: [{ user: hi, assistant: hello }], expect: [answer: ho] }]\n",
        reports: [2],
      },
    ],
    good: [
      {
        suite:
          "target: { chat: { prompt: Be brief. } }\ncases: [{ id: a, ask: And?, continues: [{ user: hi, assistant: hello }], expect: [answer: ho] }]\n",
      },
    ],
  },
};

export const suiteContext: SuiteRule = {
  id: "suite-context",
  severity: "error",
  codes: ["EVAL_CONTEXT_INVALID"],
  docs: {
    summary: "forbids a context that is a place and none at once",
    rationale: "`none: true` means neither project nor namespace, which a flow refuses.",
    repair: "remove `none`, or the project and the namespace",
  },
  examples: {
    bad: [{ suite: "context: { none: true, project: shop/web }\n", reports: [1] }],
    good: [{ suite: "context: { project: shop/web }\n" }],
  },
};
