import {
  type HumanInputComponent,
  inspectTemplate,
  TemplateError,
  templateVariables,
} from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { firstSpots } from "../../analysis/template-inputs.ts";
import { readMessage } from "../../analysis/template-sources.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const messageTemplate: LintRule = {
  id: "message-template",
  origin: "style",
  severity: "error",
  codes: ["L12"],
  docs: {
    summary: "requires messages to the user that can be rendered, and whose variables are inputs",
    rationale:
      "`message_template` is a Jinja template like those of prompts, but the service neither reads it nor compares its variables before a run. A mistake in it ends the run in front of the user; a variable that no input supplies prints nothing, so that the user is asked to approve an empty plan.",
    repair: "correct the template, or add an input that is called, by `as`, like the variable",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    return flow.components.flatMap((component) => {
      if (component.type !== "HumanInputComponent" || !isSound(input, component.at)) return [];
      return checkMessage(input, component);
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    sends_response_to: helper
    message_template: |
      The plan is:

      {{ plan }}, for {{ goal }}
    inputs:
      - { from: "context:goal", as: goal }
  - name: ask_again
    type: HumanInputComponent
    sends_response_to: helper
    message_template: "Sure about {{ goal ?"
  - name: ask_last
    type: HumanInputComponent
    sends_response_to: helper
    message_template: "Sure about {{ goal | uppercase }}?"
    inputs: ["context:goal"]
routers:
  - { from: helper, to: ask }
  - { from: ask, to: ask_again }
  - { from: ask_again, to: ask_last }
  - { from: ask_last, to: end }
`,
        reports: [
          ["L12", 9],
          ["L12", 15],
          ["L12", 19],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    sends_response_to: helper
    message_template: "The plan is {{ plan | trim }}{% if cancelled_turn %} again{% endif %}"
    inputs:
      - { from: "context:helper.final_answer", as: plan }
routers:
  - { from: helper, to: ask }
  - { from: ask, to: end }
`,
      },
    ],
  },
};

/** What the service supplies by itself. */
const supplied: readonly string[] = [
  "cancelled_turn",
  "current_date",
  "current_time",
  "current_timezone",
  "history",
];

function checkMessage(
  { flow, knowledge }: LintInput,
  component: HumanInputComponent,
): readonly Finding[] {
  const { what, text, place } = readMessage(flow, component);
  try {
    // Where nobody knows the files, they count as empty.
    const files = knowledge.promptFile ?? ((): string => "");
    const given = new Set([...supplied, ...component.inputs.map(({ variable }) => variable)]);
    const unknown = templateVariables(text, { files }).filter((name) => !given.has(name));
    const facts = inspectTemplate(text);
    const spots = facts && firstSpots(facts);
    return unknown.map((name) => {
      const message = `${what} uses "${name}", which no input supplies`;
      return { ...place(spots?.get(name)), code: "L12", message };
    });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { position, template, message, hint, code } = error;
    if (code === "TEMPLATE_NOT_FOUND") {
      return [
        {
          ...place(undefined),
          code: "L12",
          message: `${what} includes "${message}", which is not there`,
          hint,
        },
      ];
    }
    const spot = position && template === undefined ? { position, length: 0 } : undefined;
    // The service would refuse a prompt for it, but not a message.
    const advice = code === "TEMPLATE_SYNTAX" ? undefined : hint;
    const told = `${what} cannot be rendered: ${message}`;
    return [{ ...place(spot), code: "L12", message: told, hint: advice }];
  }
}
