import type { SuiteRule } from "../../rule/suite-rule.ts";

const good = [{ suite: "target: { flow: helper, version: ^1.0.0 }\n" }];

export const suiteTarget: SuiteRule = {
  id: "suite-target",
  severity: "error",
  codes: ["EVAL_TARGET_INVALID", "TARGET_INVALID", "EVAL_NOT_SUPPORTED"],
  docs: {
    summary: "requires something to test: `target`, or `targets` with a name for each",
    rationale:
      "A suite without a target tests nothing, and one with both leaves open what. A target is a flow, a chat, an HTTP endpoint, recorded answers or Duo Chat, and has what belongs to that.",
    repair: "write `target: { flow: … }`, or `targets:` with a name for each; see docs/targets.md",
  },
  examples: {
    bad: [
      {
        suite:
          "target: { flow: helper, version: 1.0.0 }\ntargets: { a: { flow: helper, version: 1.0.0 } }\n",
        reports: [2],
      },
      {
        suite: "target: { flow: helper, version: 1.0.0, recorded: answers.jsonl }\n",
        reports: [1],
      },
      {
        suite:
          'target: { http: { url: "https://a:b@example.com", response: { answer: /text } } }\n',
        reports: [1],
      },
      {
        suite: "target: { chat: { prompt: Be brief., tools: [create_issue] } }\n",
        reports: [1],
      },
    ],
    good,
  },
};

export const untoldByTarget: SuiteRule = {
  id: "untold-by-target",
  severity: "error",
  codes: ["TARGET_UNTOLD"],
  docs: {
    summary: "forbids checks and mocks of what a target does not tell or use",
    rationale:
      "Of an endpoint that answers with text only nobody knows which tools it called, so that a check of its calls could only pass or fail for no reason; and mocks do not reach a target that runs elsewhere.",
    repair: "leave it out, say where the response tells it, or test that target in another suite",
  },
  examples: {
    bad: [
      {
        suite:
          "target: { http: { url: https://example.com/chat, response: { answer: /text } } }\ncases: [{ id: a, ask: hi, expect: [answer: ho, called: get_issue] }]\n",
        reports: [2],
      },
      {
        suite:
          "target: { http: { url: https://example.com/chat, response: { answer: /text } } }\ntools: { get_issue: { returns: {} } }\ncases: [{ id: a, ask: hi, expect: [answer: ho] }]\n",
        reports: [2],
      },
    ],
    good: [
      {
        suite:
          "target: { http: { url: https://example.com/chat, response: { answer: /text, calls: { at: /calls, tool: /name, args: /args } } } }\ncases: [{ id: a, ask: hi, expect: [answer: ho, called: get_issue] }]\n",
      },
    ],
  },
};

export const noSuchFlow: SuiteRule = {
  id: "no-such-flow",
  severity: "error",
  codes: [
    "FLOW_NOT_FOUND",
    "FLOW_VERSION_NOT_FOUND",
    "FLOW_REFERENCE_INVALID",
    "FLOW_PATH_OUTSIDE",
    "FLOW_PROMPT_NOT_FOUND",
    "FLOW_PROMPT_VERSION_NOT_FOUND",
    "FLOW_RESPONSE_SCHEMA_NOT_FOUND",
  ],
  docs: {
    summary:
      "requires flows, prompts and response schemas that exist in the version that is asked for",
    rationale:
      "A target without `version` means exactly 1.0.0, as in the service. Constraints are those of Poetry: `^1.0.0`, `~1.2`, `>=1,<3`.",
    repair:
      "correct the reference or the constraint; `registries.flows` in flowproof.yml says where flows lie",
  },
  examples: {
    bad: [
      { suite: "target: { flow: helpr, version: 1.0.0 }\n", reports: [1] },
      { suite: "target: { flow: helper, version: ^2.0.0 }\n", reports: [1] },
    ],
    good,
  },
};

export const suiteSession: SuiteRule = {
  id: "suite-session",
  severity: "error",
  codes: ["EVAL_PRIVILEGES_INVALID"],
  docs: {
    summary: "requires that what is approved beforehand is allowed at all",
    rationale:
      "`pre_approved_privileges` are a part of `privileges`; without those everything is allowed, and nothing asks for approval.",
    repair: "name the privilege under `privileges` too, or remove it here",
  },
  examples: {
    bad: [
      {
        suite:
          "target:\n  flow: helper\n  version: 1.0.0\n  privileges: [read_only_gitlab]\n  pre_approved_privileges: [run_commands]\n",
        reports: [5],
      },
    ],
    good,
  },
};

/** A flow that the service would refuse too: `lint` says more about it. */
export const brokenFlow: SuiteRule = {
  id: "broken-flow",
  severity: "error",
  codes: [
    "FLOW_SHAPE_INVALID",
    "FLOW_VERSION_INVALID",
    "FLOW_ENVIRONMENT_INVALID",
    "FLOW_ENTRY_POINT_INVALID",
    "FLOW_PROMPT_INVALID",
    "FLOW_CHAT_PARTIAL_INVALID",
    "FLOW_RESPONSE_SCHEMA_INVALID",
    "FLOW_RESPONSE_SCHEMA_UNKNOWN",
    "FLOW_COMPONENT_INVALID",
    "FLOW_TOOLSET_INVALID",
    "FLOW_INPUT_INVALID",
    "FLOW_SUBAGENT_INVALID",
    "FLOW_ROUTER_INVALID",
    "FLOW_PROMPT_UNSAFE",
    "TEMPLATE_SYNTAX",
    "TEMPLATE_SECURITY",
    "TEMPLATE_NOT_FOUND",
  ],
  docs: {
    summary: "requires flows that the service accepts",
    rationale:
      "A suite cannot be run against a flow that is refused. The finding stands in the flow's own file; `flowproof lint` says everything about it.",
    repair: "repair the flow, with `flowproof lint <file>`",
  },
  examples: {
    bad: [
      {
        suite: "target: { flow: flows/broken.yml }\n",
        beside: {
          "flows/broken.yml":
            "version: v1\nenvironment: ambient\nflow: { entry_point: a }\ncomponents: []\nrouters: []\n",
        },
        reports: [3],
      },
    ],
    good,
  },
};
