import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { callOrder, called, notCalled } from "../checks/index.ts";
import { prepareCheck } from "./check-report.ts";
import type { Check, Finding } from "./check.ts";
import type { CallView } from "./trial-view.ts";

function assess(check: Check, value: JsonValue, calls: readonly CallView[]): Finding {
  const { prepared } = prepareCheck(check, value, () => () => []);
  if (prepared?.type !== "decidable") throw new Error("not decidable");
  const trial = { status: "completed", answer: "", route: [], replies: 1, turns: 1 } as const;
  const rest = { context: {}, activeMs: 0, costUsd: 0, canaries: {} };
  return prepared.assess({ ...trial, ...rest, calls });
}

const calls: readonly CallView[] = [
  { component: "a", tool: "get_glql_schema", args: {}, isError: false },
  {
    component: "a",
    tool: "run_glql_query",
    args: { query: "state = closed", limit: 5 },
    isError: true,
  },
  { component: "a", tool: "run_glql_query", args: { query: "状态" }, isError: false },
];

test("a call that was expected stands above those that were made", () => {
  const finding = assess(
    called,
    { tool: "run_glql_query", args: { query: { $contains: "opened" } }, times: { min: 1, max: 2 } },
    calls,
  );
  expect(finding.message).toMatchInlineSnapshot(
    `"expected run_glql_query with { "query": { "$contains": "opened" } } to be called 1 to 2 times, 0 of its 2 calls match"`,
  );
  expect(finding.details).toMatchInlineSnapshot(`
    "expected     run_glql_query   { "query": { "$contains": "opened" } }     1 to 2 times
    actual    1  get_glql_schema  {}                                         another tool
              2  run_glql_query   { "query": "state = closed", "limit": 5 }  error; /query: expected something that contains "opened", is "state = closed"
              3  run_glql_query   { "query": "状态" }                        /query: expected something that contains "opened", is "状态""
  `);
});

test("an order says which expected call is missing and which call should not be there", () => {
  const finding = assess(
    callOrder,
    { tools: ["get_glql_schema", "run_glql_query", "create_work_item_note"], mode: "exact" },
    calls,
  );
  expect(finding.message).toMatchInlineSnapshot(
    `"expected exactly get_glql_schema, run_glql_query, create_work_item_note; the calls were get_glql_schema, run_glql_query, run_glql_query"`,
  );
  expect(finding.details).toMatchInlineSnapshot(`
    "expected     get_glql_schema                                                   call 1
                 run_glql_query                                                    call 2
                 create_work_item_note                                             missing
    actual    1  get_glql_schema        {}
              2  run_glql_query         { "query": "state = closed", "limit": 5 }  error
              3  run_glql_query         { "query": "状态" }                        not expected"
  `);
});

test("without any call the table says so", () => {
  expect(assess(called, "get_issue", []).details).toMatchInlineSnapshot(`
    "expected    get_issue    at least once
    actual      no calls"
  `);
});

test("of very many calls the middle is left out", () => {
  const many = Array.from({ length: 1000 }, () => calls[0]).filter((call) => call !== undefined);
  const lines = assess(notCalled, "get_glql_schema", many).details?.split("\n") ?? [];
  expect(lines).toHaveLength(42);
  expect(lines[21]).toContain("… 960 more calls");
  expect(lines.at(-1)).toContain("1000");
});
