import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import { listOf } from "../../../check/list-of.ts";
import { callFacts } from "../../analysis/call-facts.ts";
import { checkConflict, ownConflict } from "../../analysis/check-conflict.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { CaseView, SuiteView, WrittenCheck } from "../../view/suite-view.ts";

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
      "A case that wants a call and forbids it fails whatever an agent does. The rule compares what checks say of calls and their number, of the answer, the status, the route and outputs, and what `inject` forbids in the cases that it makes. Checks of different turns speak of different things; what the case as a whole forbids, it forbids in every turn.",
    repair: "decide which of the two is meant, and remove the other",
  },
  check: (view) => view.cases.flatMap((each) => contradictions(each, view)),
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
      { suite: expecting('answer: { equals: Cart, regex: "^[0-9]+$" }'), reports: [line] },
      {
        suite: expecting("answer: { equals: Cart }", "answer: { json_schema: { type: object } }"),
        reports: [line + 1],
      },
      {
        suite: expecting('answer: { equals: "{}", json_schema: { required: [a] } }'),
        reports: [line],
      },
      {
        suite: expecting("recovers_from_error: get_issue", "max_tool_calls: 1"),
        reports: [line + 1],
      },
      {
        suite: expecting("recovers_from_error: get_issue", "not_called: get_issue"),
        reports: [line + 1],
      },
      {
        suite: `${expecting("called: create_issue_note")}    tools: { get_issue: { returns: Cart } }\n    inject: { into: get_issue, pack: [base64], forbid: ["create_*"] }\n`,
        reports: [line],
      },
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
        suite: expecting(
          'answer: { equals: "{}", regex: "^.}$", json_schema: { type: object } }',
          "recovers_from_error: true",
          "max_tool_calls: 2",
        ),
      },
      {
        suite: `${expecting("called: create_issue_note")}    tools: { get_issue: { returns: Cart } }\n    inject: { into: get_issue, pack: [base64], forbid: [list_issue_notes] }\n`,
      },
      {
        suite: `${expecting("called: create_issue_note")}    inject: false\n    tools: { get_issue: { returns: Cart } }\n  - { id: b, ask: What?, expect: [answer: x], tools: { get_issue: { returns: Cart } } }\ninject: { into: get_issue, pack: [base64], forbid: [create_issue_note] }\n`,
      },
      {
        suite:
          "cases:\n  - id: a\n    conversation:\n      - user: What is issue 7?\n        expect: [called: get_issue]\n      - user: Who wrote it?\n        expect: [no_calls: true]\n",
      },
    ],
  },
};

/** Of very many checks each is compared with those next before it: nobody reads more of them. */
const maxCompared = 100;

function contradictions(
  { checks, id, source }: CaseView,
  view: SuiteView,
): readonly SuiteFinding[] {
  const forbidden = forbiddenCalls(id, source, view);
  const calls = {
    ofAll: callSums(checks),
    // A list that is the whole of the calls must not be held against itself.
    ofOthers: callSums(checks.filter((check) => callFacts(check).total === undefined)),
  };
  return checks.flatMap((check, index) => {
    const message =
      ownConflict(check) ??
      tooManyCalls(check, calls) ??
      firstConflict(check, checks.slice(Math.max(0, index - maxCompared), index)) ??
      firstForbidden(check, forbidden);
    return message === undefined ? [] : [{ path: check.path, message }];
  });
}

function firstConflict(check: WrittenCheck, before: readonly WrittenCheck[]): string | undefined {
  for (const other of before) {
    const why = comparable(other, check) ? checkConflict(other, check) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
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

/** What must not follow an instruction that is planted in a case, whose own checks must hold beside it. */
function forbiddenCalls(
  id: string,
  { inject }: JsonObject,
  { suite, value }: SuiteView,
): readonly WrittenCheck[] {
  const block = inject ?? value["inject"];
  if (!isJsonObject(block)) return [];
  const isInjected = suite.cases.some(
    ({ source, id: other }) => source["injected"] !== undefined && other.startsWith(`${id}.`),
  );
  if (!isInjected) return [];
  return listOf(block["forbid"])
    .slice(0, maxCompared)
    .map((pattern) => ({ id: "not_called", value: pattern, path: [], turn: undefined }));
}

function firstForbidden(
  check: WrittenCheck,
  forbidden: readonly WrittenCheck[],
): string | undefined {
  for (const other of forbidden) {
    const why = checkConflict(other, check);
    if (why !== undefined) return `${why}: \`inject\` forbids it where an instruction is planted`;
  }
  return undefined;
}

/** So many calls checks need, by turn; under `undefined` for the case as a whole. */
type CallSums = ReadonlyMap<number | undefined, number>;

/** Of each tool as many calls as the check that wants most of them, all of them together. */
function callSums(checks: readonly WrittenCheck[]): CallSums {
  const byTurn = new Map<number | undefined, { size: number; least: Map<string, number> }>();
  for (const check of checks) {
    const { size, least } = callFacts(check);
    for (const turn of new Set([check.turn, undefined])) {
      const sum = byTurn.get(turn) ?? { size: 0, least: new Map<string, number>() };
      sum.size = Math.max(sum.size, size);
      for (const [tool, count] of least) {
        sum.least.set(tool, Math.max(count, sum.least.get(tool) ?? 0));
      }
      byTurn.set(turn, sum);
    }
  }
  const sums = [...byTurn].map(([turn, { size, least }]) => {
    const ofTools = [...least.values()].reduce((sum, count) => sum + count, 0);
    return [turn, Math.max(size, ofTools)] as const;
  });
  return new Map(sums);
}

function tooManyCalls(
  check: WrittenCheck,
  { ofAll, ofOthers }: { readonly ofAll: CallSums; readonly ofOthers: CallSums },
): string | undefined {
  const { total, size } = callFacts(check);
  const calls = (size === 0 ? ofAll : ofOthers).get(check.turn) ?? 0;
  if (total === undefined || calls <= total) return undefined;
  return `the other checks need ${calls === 1 ? "1 call" : `${calls} calls`}, and \`${check.id}\` allows ${total === 0 ? "none" : total}`;
}
