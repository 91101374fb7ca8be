import { expect, test } from "vitest";
import { parseFlow } from "../../../flow/index.ts";
import { flowWays } from "./flow-ways.ts";
import { routeProblem } from "./route-problem.ts";

const flow = `version: v1
environment: ambient
components:
  - { name: lead, type: AgentComponent, prompt_id: p, toolset: [], subagents: [{ name: digger }, { name: writer }] }
  - { name: digger, type: AgentComponent, prompt_id: p, toolset: [], description: Digs }
  - { name: writer, type: AgentComponent, prompt_id: p, toolset: [], description: Writes }
  - { name: check, type: AgentComponent, prompt_id: p, toolset: [] }
  - { name: lost, type: AgentComponent, prompt_id: p, toolset: [] }
routers:
  - { from: lead, to: check }
  - { from: check, condition: { input: "context:check.final_answer", routes: { yes: lead, true: lost, default_route: end } } }
  - { from: lost, to: end }
flow: { entry_point: lead }
prompts:
  - { prompt_id: p, name: p, unit_primitives: [duo_agent_platform], prompt_template: { system: S } }
`.replace("yes: lead", '"yes": lead');

test.each<[unknown, string | undefined]>([
  [["lead", "check", "end"], undefined],
  [["lead", "digger", "writer", "check", "lead", "check"], undefined],
  [["lead", "digger", "lead", "check"], undefined],
  [{ in_order: ["digger", "check"], contains: "writer" }, undefined],
  [["check", "end"], "the flow begins in lead, not in check"],
  [["lead", "end"], "end never follows lead"],
  [["lead", "check", "lost"], "lost never follows check"],
  [{ subset: ["lead", "check"], not_contains: "lost" }, undefined],
  [{ subset: ["check"] }, "the flow begins in lead, which the check leaves out"],
  [{ not_contains: ["lost", "lead"] }, "the flow begins in lead, which the check leaves out"],
  [{ contains: "lost" }, "nothing leads from lead to lost"],
  [{ in_order: ["check", "lost"] }, "nothing leads from check to lost"],
])("the route %j", (value, expected) => {
  const ways = flowWays(parseFlow(flow, "f.yml"));
  if (ways === undefined) throw new TypeError("there are no ways");
  expect(routeProblem(JSON.parse(JSON.stringify(value)), ways)).toBe(expected);
});
