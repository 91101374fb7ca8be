import { expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { completeExample } from "../rule/complete-example.ts";
import { type FlowWays, waysOf } from "./ways.ts";

/** A flow by its routers: `a>b|c` goes from a to b or c. It begins at a. */
function waysBy(routers: string, more = ""): FlowWays {
  const names = [...new Set(routers.match(/\w+/g) ?? [])].filter((name) => name !== "end");
  const component = (name: string): string =>
    `  - { name: ${name}, type: DeterministicStepComponent, tool_name: get_current_user }\n`;
  const router = (text: string): string => {
    const [from, to = ""] = text.split(">");
    const targets = to.split("|");
    if (targets.length === 1) return `  - { from: ${from}, to: ${to} }\n`;
    const routes = targets.map((target, index) => `r${index}: ${target}`).join(", ");
    return `  - { from: ${from}, condition: { input: status, routes: { ${routes} } } }\n`;
  };
  const yaml = completeExample({
    yaml: `flow: { entry_point: a }
components:
${names.map(component).join("")}${more}routers:
${routers.split(" ").map(router).join("")}`,
  });
  return waysOf(inspectFlow(yaml, "flow.yml").flow);
}

test("what is reachable", () => {
  expect([...waysBy("a>b b>end c>d d>a").reachable].toSorted()).toEqual(["a", "b", "end"]);
  expect([...waysBy("a>b b>b").following("b")]).toEqual(["b"]);
});

test.each<[string, string, string, boolean, boolean]>([
  ["a>b b>end", "a", "b", true, true],
  ["a>b b>end", "b", "a", false, false],
  ["a>b|c b>c c>end", "b", "c", true, false],
  ["a>b|c b>c c>end", "a", "c", true, true],
  ["a>b b>a|end", "b", "a", false, false],
  ["a>b b>a|c c>end", "a", "b", true, true],
  ["a>b b>b|end", "b", "b", false, false],
  ["a>b b>c c>b|end", "c", "b", false, false],
  ["a>b|c b>d c>d d>end", "b", "d", true, false],
  ["a>end b>end", "b", "a", false, false],
  ["a>end b>end", "a", "b", false, true],
])("in %s, %s before %s: may %s, always %s", (routers, first, second, may, always) => {
  const ways = waysBy(routers);
  expect([ways.mayPrecede(first, second), ways.alwaysPrecedes(first, second)]).toEqual([
    may,
    always,
  ]);
});

test.each<[string, string, string, boolean]>([
  ["a>b b>a|end", "b", "a", true],
  ["a>b b>end", "b", "a", false],
  ["a>b|end b>b", "b", "a", false],
  ["a>a|end", "a", "a", true],
])("in %s, %s comes back to %s: %s", (routers, first, second, back) => {
  expect(waysBy(routers).mayFollow(first, second)).toBe(back);
});

test("a subagent runs when its supervisor does", () => {
  const agents = `  - { name: lead, type: AgentComponent, prompt_id: help, toolset: [], subagents: [{ name: sub }] }
  - { name: sub, type: AgentComponent, prompt_id: help, toolset: [], description: Helps. }
`;
  const ways = waysBy("a>b b>end", agents.replaceAll("lead", "b2"));
  expect([ways.supervisorOf("sub"), ways.supervisorOf("a")]).toEqual(["b2", undefined]);
  expect(ways.reachable.has("sub")).toBe(false);
});
