import {
  type ConditionalRouter,
  defaultRoute as defaultKey,
  type Flow,
} from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { hasDefaultRoute, routeKeys, routeValues } from "../../analysis/route-values.ts";
import { keySpot } from "../../analysis/spot.ts";
import { stateOf } from "../../analysis/state.ts";
import { addEntry } from "../../fix/add-entry.ts";
import type { Fix } from "../../rule/fix.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

/** How many values are named that have no way. */
const maxNamed = 4;

export const defaultRoute: LintRule = {
  id: "default-route",
  origin: "style",
  severity: "warning",
  codes: ["L08"],
  docs: {
    summary: "requires a way for every value that a condition may have",
    rationale:
      "A condition compares the text of a value with the keys of its routes. When none is equal and there is no `default_route`, the run fails with a KeyError, after the component has done its work. Where all values are known, as those of an `enum` in a response schema or of `execution_result`, a route for each of them will do; an optional value may also be `None`.",
    repair:
      "add `default_route`, or a route for each value; `--fix` adds one to `abort`, for the run fails as it is",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    return flow.routers.flatMap((router) => {
      if (router.type === "simple" || !isSound(input, router.at)) return [];
      const message = hasDefaultRoute(router) ? undefined : gapIn(router, input);
      if (message === undefined) return [];
      const spot = keySpot(flow, [...router.at, "condition", "routes"]);
      return [{ ...spot, code: "L08", message, fix: fixFor(router, flow) }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { again: helper, done: end }
`,
        reports: [["L08", 5]],
        fixed: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { again: helper, done: end, default_route: abort }
`,
      },
      {
        about: "Not all of the known values have a route",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - from: step
    condition:
      input: { from: "context:step.execution_result", optional: true }
      routes:
        success: end
        failed: abort # nothing to be done
`,
        reports: [["L08", 9]],
        fixed: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - from: step
    condition:
      input: { from: "context:step.execution_result", optional: true }
      routes:
        success: end
        failed: abort # nothing to be done
        default_route: abort
`,
      },
      {
        about: "Without routes there is no way at all",
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: {}
`,
        reports: [["L08", 5]],
      },
    ],
    good: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { again: helper, default_route: end }
`,
      },
      {
        about: "All values of a closed set have a route",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
response_schemas:
  - schema_id: verdict
    definition:
      type: object
      properties:
        sure: { type: boolean }
        kind: { enum: [bug, feature] }
      required: [kind]
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.kind
      routes: { bug: end, feature: abort }
`,
      },
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
      routes: { "True": end, "False": abort, "None": abort }
`,
      },
    ],
  },
};

/** A run that finds no way fails; it shall do so still, but by a way that can be seen. */
function fixFor({ routes }: ConditionalRouter, flow: Flow): Fix | undefined {
  const last = routes.at(-1);
  if (last === undefined) return undefined;
  const edit = addEntry(flow, { after: last.at, key: defaultKey, value: "abort" });
  return edit && { description: `add ${defaultKey}: abort`, edits: [edit] };
}

function gapIn(
  router: ConditionalRouter,
  input: Parameters<NonNullable<LintRule["check"]>>[0],
): string | undefined {
  const keys = routeKeys(router);
  const owner = `the router from "${router.from}"`;
  if (router.routes.length === 0) return `${owner} has no routes`;
  const texts = routeValues(router, stateOf(input))?.texts;
  if (texts === undefined) return `${owner} has no way for values that it does not name`;
  const open = texts.filter((text) => !keys.includes(text));
  if (open.length === 0) return undefined;
  const named = open.slice(0, maxNamed).map((text) => JSON.stringify(text));
  const others = open.length - named.length;
  return `${owner} has no way for ${named.join(", ")}${others > 0 ? ` and ${others} others` : ""}`;
}
