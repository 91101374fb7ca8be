import { callFacts } from "../../analysis/call-facts.ts";
import { checkConflict, ownConflict } from "../../analysis/check-conflict.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { CaseView, WrittenCheck } from "../../view/suite-view.ts";

const expecting = (...lines: readonly string[]): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect:\n${lines.map((line) => `      - ${line}\n`).join("")}`;
const triage = "target: { flow: triage, version: 1.0.0 }\n";
const line = 5;

export const contradictingChecks: SuiteRule = {
  id: "contradicting-checks",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids checks of a case that cannot hold together",
    rationale:
      "A case that wants a call and forbids it fails whatever an agent does. The rule compares what checks say of calls and their number, of the answer, the status, the route and outputs. Checks of different turns speak of different things; what the case as a whole forbids, it forbids in every turn.",
    repair: "decide which of the two is meant, and remove the other",
  },
  check: ({ cases }) => cases.flatMap(contradictions),
  examples: {
    bad: [
      { suite: expecting("called: get_issue", "not_called: get_issue"), reports: [line + 1] },
      { suite: expecting("no_calls: true", "called: get_issue"), reports: [line] },
      { suite: expecting("called: get_issue", 'not_called: "get_*"'), reports: [line + 1] },
      {
        suite: expecting("parallel: [get_issue, list_issue_notes]", "max_tool_calls: 1"),
        reports: [line + 1],
      },
      {
        suite: expecting("called: get_issue", "called: create_issue_note", "max_tool_calls: 1"),
        reports: [line + 2],
      },
      {
        suite: expecting(
          "called: { tool: get_issue, times: 1 }",
          "call_order: [get_issue, get_issue]",
        ),
        reports: [line + 1],
      },
      {
        suite: expecting(
          "called: list_issue_notes",
          "call_order: { tools: [get_issue], mode: exact }",
        ),
        reports: [line + 1],
      },
      {
        suite: expecting("called_any: [get_issue]", "not_called: get_issue"),
        reports: [line + 1],
      },
      {
        suite: expecting("answer: the cart", "answer: { not_contains: cart }"),
        reports: [line + 1],
      },
      { suite: expecting('answer: { word: "7", equals: The cart }'), reports: [line] },
      {
        suite: expecting("status: waiting_input", "status: [refused, failed]"),
        reports: [line + 1],
      },
      {
        suite: expecting("route: [helper]", "route: { not_contains: helper }"),
        reports: [line + 1],
      },
      {
        suite: triage + expecting("status: completed", "route: [fetch, abort]"),
        reports: [line + 2],
      },
      {
        suite: expecting(
          "output: { path: helper.final_answer, equals: a }",
          "output: { path: helper.final_answer, equals: b }",
        ),
        reports: [line + 1],
      },
      {
        suite:
          "cases:\n  - id: a\n    conversation:\n      - user: What is issue 7?\n        expect: [called: get_issue]\n    expect: [not_called: get_issue]\n",
        reports: [6],
      },
    ],
    good: [
      {
        suite: expecting(
          "called: { tool: get_issue, args: { issue_iid: 7 } }",
          "not_called: { tool: get_issue, args: { issue_iid: 8 } }",
          "called: { tool: get_issue, times: { min: 1, max: 2 } }",
          "call_order: { tools: [get_issue, list_issue_notes], mode: subset }",
          "max_tool_calls: 2",
          "called: get_*",
          "not_called: create_*",
          "answer: { contains: cart, not_contains: checkout }",
          "status: [failed, waiting_input]",
          "route: { contains: helper, not_contains: abort }",
        ),
      },
      {
        suite:
          "cases:\n  - id: a\n    conversation:\n      - user: What is issue 7?\n        expect: [called: get_issue]\n      - user: Who wrote it?\n        expect: [no_calls: true]\n",
      },
    ],
  },
};

function contradictions({ checks }: CaseView): readonly SuiteFinding[] {
  return checks.flatMap((check, index) => {
    const before = checks.slice(0, index).filter((other) => comparable(other, check));
    const message =
      ownConflict(check) ??
      tooManyCalls(check, checks) ??
      before.map((other) => checkConflict(other, check)).find((why) => why !== undefined);
    return message === undefined ? [] : [{ path: check.path, message }];
  });
}

/** Both of the same turn or of the whole case; or one of the case that says something of calls. */
function comparable(a: WrittenCheck, b: WrittenCheck): boolean {
  if (a.turn === b.turn) return true;
  const [whole, part] = a.turn === undefined ? [a, b] : [b, a];
  return whole.turn === undefined && part.turn !== undefined && limits(whole);
}

function limits(check: WrittenCheck): boolean {
  const { forbids, only, most } = callFacts(check);
  return forbids.length > 0 || only !== undefined || most.size > 0;
}

/** Of each tool as many calls as the check that wants most of them, all of them together. */
function tooManyCalls(check: WrittenCheck, checks: readonly WrittenCheck[]): string | undefined {
  const { total } = callFacts(check);
  if (total === undefined) return undefined;
  const least = new Map<string, number>();
  let size = 0;
  for (const other of checks) {
    if (other === check || (check.turn !== undefined && other.turn !== check.turn)) continue;
    const facts = callFacts(other);
    size = Math.max(size, facts.size);
    for (const [tool, count] of facts.least) {
      least.set(tool, Math.max(count, least.get(tool) ?? 0));
    }
  }
  const calls = Math.max(
    size,
    [...least.values()].reduce((sum, count) => sum + count, 0),
  );
  if (calls <= total) return undefined;
  return `the other checks need ${calls === 1 ? "1 call" : `${calls} calls`}, and \`${check.id}\` allows ${total === 0 ? "none" : total}`;
}
