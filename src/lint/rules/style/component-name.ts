import { isSound } from "../../analysis/faults.ts";
import { initialContext } from "../../analysis/initial-context.ts";
import { spotOf } from "../../analysis/spot.ts";
import { valueAt } from "../../analysis/written.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const componentName: LintRule = {
  id: "component-name",
  origin: "style",
  severity: "warning",
  codes: ["L14"],
  docs: {
    summary: "requires component names by which their outputs can be read",
    rationale:
      "GitLab's documentation asks for letters, digits and underscores; the service checks next to nothing. A dot separates the parts of a path, so that nobody can read the outputs of a component with one in its name; `#` is how the service marks the nodes of a component, and it takes such names apart wrongly. A component that is called like a value of the context, such as `goal`, writes over it.",
    repair: "use letters, digits and underscores, and no name that the context has already",
  },
  check(input) {
    const { flow } = input;
    // A chat does not use the name, and flows that GitLab makes for it have a slash in it.
    if (flow.environment === "chat-partial") return [];
    const taken = new Set([...initialContext(flow).keys(), "inputs"]);
    return flow.components.flatMap(({ name, at }) => {
      const field = [...at, "name"];
      if (typeof valueAt(input, field) !== "string" || !isSound(input, field)) return [];
      const spot = { ...spotOf(flow, field), code: "L14" };
      if (taken.has(name)) {
        const message = `component "${name}" writes over "context:${name}"`;
        return [{ ...spot, message, hint: `call it something else, such as "${name}_step"` }];
      }
      const wrong = /[.:|#\s]/u.exec(name)?.[0];
      if (wrong === undefined && name !== "") return [];
      const what = wrong === undefined ? "is empty" : `contains ${JSON.stringify(wrong)}`;
      return [{ ...spot, message: `the name ${JSON.stringify(name)} of a component ${what}` }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `flow: { entry_point: helper.one }
components:
  - { name: helper.one, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: "helper #2", type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: goal, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper.one, to: "helper #2" }
  - { from: "helper #2", to: goal }
  - { from: goal, to: end }
`,
        reports: [
          ["L14", 3],
          ["L14", 4],
          ["L14", 5],
        ],
      },
    ],
    good: [
      {
        yaml: `flow: { entry_point: helper_1 }
components:
  - { name: helper_1, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers:
  - { from: helper_1, to: end }
`,
      },
      {
        about: "GitLab itself gives an agent of the catalog such a name",
        yaml: `environment: chat-partial
components:
  - { name: 348/0, type: AgentComponent, toolset: [] }
`,
      },
    ],
  },
};
