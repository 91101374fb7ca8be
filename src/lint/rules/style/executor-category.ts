import { executorCategories } from "../../analysis/initial-context.ts";
import { spotOf } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const executorCategory: LintRule = {
  id: "executor-category",
  origin: "style",
  severity: "info",
  codes: ["L19"],
  docs: {
    summary: "reports declarations of context that comes undeclared",
    rationale:
      "`os_information`, `shell_information`, `agent_user_environment` and `user_rule` are sent by whatever runs the session, as plain text. They are there whether the flow declares them or not; a declared schema is never applied to them, and none of its fields can be read.",
    repair: "remove the declaration, and read the category as a whole",
  },
  check({ flow }) {
    if (flow.environment === "chat-partial") return [];
    return flow.inputs.flatMap(({ category, at }) => {
      if (!executorCategories.includes(category)) return [];
      const message = `the declaration of "${category}" has no effect, for it always comes as plain text`;
      return [{ ...spotOf(flow, [...at, "category"]), code: "L19", message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: agent_user_environment
      input_schema: { shell: { type: string } }
`,
        reports: [["L19", 4]],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      input_schema: { url: { type: string } }
`,
      },
    ],
  },
};
