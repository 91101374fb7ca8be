import { isPyList } from "../../../core/python/py-value.ts";
import { isSound } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { valueAt } from "../../analysis/written.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

/** From here on the text about the attempts that remain holds the words about none. */
const tooMany = 11;

export const oneOffTools: LintRule = {
  id: "one-off-tools",
  origin: "style",
  severity: "error",
  codes: ["L22"],
  docs: {
    summary: "requires a one-off component to have tools, and from 1 to 10 attempts",
    rationale:
      "A one-off component exists to make its tool calls succeed. Without tools it asks the model once and fails. With fewer than one attempt it does not stop when it should: it goes on until it has failed ten times. With more than ten it stops as soon as ten, twenty or thirty remain, without a result, for it looks for the words `0 attempts remaining` in its own text.",
    repair:
      "give it a tool and `max_correction_attempts` from 1 to 10; an AgentComponent needs no tools",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    return flow.components.flatMap((component): readonly Finding[] => {
      if (component.type !== "OneOffComponent" || !isSound(input, component.at)) return [];
      const { name, at, maxCorrectionAttempts: attempts } = component;
      const toolset = valueAt(input, [...at, "toolset"]);
      const findings: Finding[] = [];
      if (isPyList(toolset) && toolset.length === 0) {
        const message = `component "${name}" has no tools, without which it can only fail`;
        findings.push({ ...spotOf(flow, [...at, "toolset"]), code: "L22", message });
      }
      if (attempts < 1 || attempts >= tooMany) {
        const when = attempts < 1 ? "stops only after ten" : "stops too early, without a result";
        const message = `component "${name}" with ${attempts} attempts ${when}`;
        findings.push({
          ...spotOf(flow, [...at, "max_correction_attempts"]),
          code: "L22",
          message,
        });
      }
      return findings;
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: []
    max_correction_attempts: 0
  - name: other
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
    max_correction_attempts: 20
routers:
  - { from: helper, to: other }
  - { from: other, to: end }
`,
        reports: [
          ["L22", 5],
          ["L22", 6],
          ["L22", 11],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
    max_correction_attempts: 10
`,
      },
      {
        about: "An agent answers without tools as well",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
`,
      },
    ],
  },
};
