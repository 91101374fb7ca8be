import { type ConditionalRouter, defaultRoute, type Route } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { type RouteValues, routeValues } from "../../analysis/route-values.ts";
import { keySpot } from "../../analysis/spot.ts";
import { stateOf } from "../../analysis/state.ts";
import { quoteRouteKey } from "../../fix/quote-route-key.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const unmatchedRoute: LintRule = {
  id: "unmatched-route",
  origin: "style",
  severity: "error",
  codes: ["L09", "L10"],
  docs: {
    summary: "forbids routes that no value can ever take",
    rationale:
      "A condition makes a text of the value, as Python prints it, and looks for the route of exactly that key: `True` and not `true`, `None` and not `null`, `Completed` and not `completed`. A key that YAML reads as a boolean or a number is no text and equals nothing. A run then takes `default_route`, or fails where there is none, and the component behind the route is never reached.",
    conditions: {
      L09: "the key of a route is not a text",
      L10: "the value can never have the text of the key",
    },
    repair: "write the key as Python prints the value, in quotes",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    return flow.routers.flatMap((router) => {
      if (router.type === "simple" || !isSound(input, router.at)) return [];
      const state = stateOf(input);
      const values = routeValues(router, state);
      return router.routes.flatMap((route) => {
        const fault = faultOf(route, { router, values });
        if (fault === undefined) return [];
        const fix = quoteRouteKey(route, { router, values, state, flow });
        const hint = fix === undefined ? fault.hint : `${fix.description} (\`--fix\` does)`;
        return [{ ...keySpot(flow, route.at), ...fault, hint, fix }];
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { sure: { type: boolean } } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.sure
      routes:
        true: end
        "false": abort
        default_route: helper
`,
        reports: [
          ["L09", 12],
          ["L10", 13],
        ],
        fixed: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { sure: { type: boolean } } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.sure
      routes:
        "True": end
        "false": abort
        default_route: helper
`,
      },
      {
        about: "An answer is a text; nobody says `True` who is asked for `yes`",
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { yes: end, 2: abort, default_route: helper }
`,
        reports: [
          ["L09", 5],
          ["L09", 5],
        ],
        fixed: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { "yes": end, "2": abort, default_route: helper }
`,
      },
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
routers:
  - { from: helper, to: ask }
  - from: ask
    condition:
      input: context:ask.approval
      routes:
        approved: end
        rejected: abort
        modify: helper
        default_route: end
`,
        reports: [
          ["L10", 10],
          ["L10", 11],
        ],
      },
      {
        about: "A number is compared as Python prints it, and a whole answer as a mapping",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { bugs: { type: integer } } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.bugs
      routes:
        1: end
        none: step
        default_route: helper
  - from: step
    condition:
      input: context:helper.final_answer
      routes:
        done: end
        default_route: helper
`,
        reports: [
          ["L09", 13],
          ["L10", 14],
          ["L10", 20],
        ],
        fixed: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { bugs: { type: integer } } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.bugs
      routes:
        "1": end
        none: step
        default_route: helper
  - from: step
    condition:
      input: context:helper.final_answer
      routes:
        done: end
        default_route: helper
`,
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: status
      routes:
        completed: end
        default_route: abort
`,
        reports: [["L10", 6]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
response_schemas:
  - schema_id: verdict
    definition:
      type: object
      properties:
        sure: { type: boolean }
        bugs: { type: integer }
        text: { type: string }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.sure
      routes: { "True": end, "None": abort, default_route: helper }
`,
      },
      {
        about: "An optional value that is missing is `None`",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - from: step
    condition:
      input: { from: "context:step.execution_result", optional: true }
      routes: { success: end, "None": end, default_route: abort }
`,
      },
      {
        about: "Of a text nobody knows what it is",
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { "true": end, "1": abort, "": end, default_route: helper }
`,
      },
    ],
  },
};

interface Comparison {
  readonly router: ConditionalRouter;
  readonly values: RouteValues | undefined;
}

function faultOf(
  { key, matches }: Route,
  { router, values }: Comparison,
): { readonly code: string; readonly message: string; readonly hint: string } | undefined {
  const from = router.input.target === undefined ? router.input.literal : router.input.from;
  if (!matches) {
    const message = `the route ${key} of the router from "${router.from}" is never taken, for its key is not a text`;
    return {
      code: "L09",
      message,
      hint: `write "${key}" in quotes, if that is what the value prints as`,
    };
  }
  if (key === defaultRoute || values === undefined || values.allows(key)) return undefined;
  const message = `the route "${key}" of the router from "${router.from}" is never taken, for "${from}" is never that`;
  return { code: "L10", message, hint: values.adviceFor(key) };
}
