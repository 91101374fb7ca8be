import { describe, expect, test } from "vitest";
import { parseFlow } from "../load/parse-flow.ts";
import { flowMermaid } from "./flow-mermaid.ts";
import { flowVisits } from "./flow-visits.ts";

const prompt = `
prompts:
  - { prompt_id: p, name: p, unit_primitives: [duo_agent_platform], prompt_template: { system: S } }
`;

const review = `
version: v1
environment: ambient
flow: { entry_point: fetch }
components:
  - { name: fetch, type: DeterministicStepComponent, tool_name: get_issue, inputs: [] }
  - { name: write, type: AgentComponent, prompt_id: p, toolset: [] }
  - { name: ask, type: HumanInputComponent, sends_response_to: write, message_template: "Good?", inputs: [] }
  - { name: lost, type: OneOffComponent, prompt_id: p, toolset: [get_issue], inputs: [] }
routers:
  - from: fetch
    condition:
      input: context:fetch.execution_result
      routes: { success: write, default_route: abort }
  - { from: write, to: ask }
  - from: ask
    condition: { input: "context:ask.approval", routes: { approve: end, true: lost, modify: write } }
${prompt}`;

const supervised = `
version: v1
environment: ambient
flow: { entry_point: lead }
components:
  - { name: lead, type: AgentComponent, prompt_id: p, toolset: [], subagents: [{ name: digger }] }
  - { name: digger, type: AgentComponent, toolset: [], description: Digs, prompt_id: p, toolset: [] }
  - { name: stray, type: AgentComponent, prompt_id: p, toolset: [] }
routers: [{ from: lead, to: end }]
${prompt}`;

const chat = `
version: v1
environment: chat-partial
components:
  - { name: helper, type: AgentComponent, prompt_id: p, toolset: [] }
${prompt}`;

describe("the drawing of a flow", () => {
  test("components, conditions, the entry point, ends, and what cannot be reached", () => {
    expect(flowMermaid(parseFlow(review, "f.yml"))).toMatchInlineSnapshot(`
      "flowchart TD
        start((start)) --> n1
        n1[["fetch<br/>step: get_issue"]]
        n2["write<br/>agent"]
        n3[/"ask<br/>human: approval"/]
        n4["lost<br/>one-off<br/>unreachable<br/>no router"]
        n5(["end"])
        n6(["abort"])
        n1 -->|"context:fetch.execution_result = success"| n2
        n1 -->|"otherwise"| n6
        n2 --> n3
        n3 -->|"context:ask.approval = approve"| n5
        n3 -.->|"context:ask.approval = True: never, the key is not a text"| n4
        n3 -->|"context:ask.approval = modify"| n2
        classDef unreachable stroke-dasharray:5 5,color:#808080
        class n4 unreachable
      "
    `);
  });

  test("a supervisor delegates; a component without router says so", () => {
    expect(flowMermaid(parseFlow(supervised, "f.yml"))).toMatchInlineSnapshot(`
      "flowchart TD
        start((start)) --> n1
        n1["lead<br/>supervisor"]
        n2["digger<br/>agent"]
        n3["stray<br/>agent<br/>unreachable<br/>no router"]
        n4(["end"])
        n1 -.->|"delegates to"| n2
        n1 --> n4
        classDef unreachable stroke-dasharray:5 5,color:#808080
        class n3 unreachable
      "
    `);
  });

  test("a chat has one component and no graph", () => {
    expect(flowMermaid(parseFlow(chat, "f.yml"))).toMatchInlineSnapshot(`
      "flowchart TD
        start((start)) --> n1
        n1["helper<br/>agent"]
      "
    `);
  });

  test("what runs went through is marked, with the ways between", () => {
    const flow = parseFlow(review, "f.yml");
    const visits = flowVisits(flow, [
      ["fetch", "abort"],
      ["fetch", "write", "ask", "write", "ask", "end"],
    ]);
    expect(flowMermaid(flow, visits)).toMatchInlineSnapshot(`
      "flowchart TD
        start((start)) --> n1
        n1[["fetch<br/>step: get_issue<br/>2 visits"]]
        n2["write<br/>agent<br/>2 visits"]
        n3[/"ask<br/>human: approval<br/>2 visits"/]
        n4["lost<br/>one-off<br/>unreachable<br/>no router"]
        n5(["end<br/>1 visit"])
        n6(["abort<br/>1 visit"])
        n1 -->|"context:fetch.execution_result = success"| n2
        n1 -->|"otherwise"| n6
        n2 --> n3
        n3 -->|"context:ask.approval = approve"| n5
        n3 -.->|"context:ask.approval = True: never, the key is not a text"| n4
        n3 -->|"context:ask.approval = modify"| n2
        classDef unreachable stroke-dasharray:5 5,color:#808080
        class n4 unreachable
        classDef visited fill:#d4efdf,stroke:#1e8449,stroke-width:3px
        class n1,n2,n3,n5,n6 visited
        linkStyle 0,1,2,3,4,6 stroke:#1e8449,stroke-width:3px
      "
    `);
  });

  test("after a managed agent its supervisor goes on", () => {
    const flow = parseFlow(supervised, "f.yml");
    const { ways } = flowVisits(flow, [["lead", "digger", "digger", "end"]]);
    expect(ways).toEqual(
      new Map([
        [
          "lead",
          new Map([
            ["digger", 2],
            ["end", 1],
          ]),
        ],
      ]),
    );
  });

  test("without a visit nothing is marked", () => {
    const flow = parseFlow(review, "f.yml");
    expect(flowMermaid(flow, flowVisits(flow, []))).toBe(flowMermaid(flow));
  });

  test("the same flow gives the same bytes", () => {
    const [first, second] = [1, 2].map(() => flowMermaid(parseFlow(review, "f.yml")));
    expect(first).toBe(second);
  });
});

const hostile = [
  'a"] --> evil[("x")]',
  "<img src=x onerror=alert(1)>",
  "</div><script>alert(1)</script>",
  "click n1 href javascript:alert(1)",
  "x\n  click n1 call alert()",
  "%%{init: {'securityLevel': 'loose'}}%%",
  "`**markdown**`",
  "fa:fa-car",
  "#lt;b#gt;",
  "&lt;b&gt;",
  "end",
  "\u001B[31mred\u202Eback",
  "```\nafter the fence",
  "__proto__",
  "{{ x }}",
  "|x|",
];

test.each(hostile)("the name %j stays inside its label", (name) => {
  const yaml = `
version: v1
environment: chat-partial
components: [{ name: ${JSON.stringify(name)}, type: AgentComponent, prompt_id: p, toolset: [] }]
${prompt}`;
  const text = flowMermaid(parseFlow(yaml, "f.yml"));
  const [head, start, node, ...rest] = text.split("\n");
  expect([head, start, rest]).toEqual(["flowchart TD", "  start((start)) --> n1", [""]]);
  const label = /^ {2}n1\["([^"]*)<br\/>agent"\]$/u.exec(node ?? "")?.[1];
  expect(label).toMatch(/^(?:[\p{L}\p{M}\p{N} _.,=()/+:…-]|#\d+;)*$/u);
  expect(label).not.toMatch(/fa:fa-/u);
});
