import { isJsonObject, type JsonValue } from "../../../../core/json.ts";
import { listOf } from "../../../check/list-of.ts";
import { asTexts } from "../../../check/text-list.ts";
import { callFacts } from "../../analysis/call-facts.ts";
import { meansAny } from "../../analysis/called-patterns.ts";
import { flowWays } from "../../analysis/flow-ways.ts";
import { impossibleEnd } from "../../analysis/impossible-end.ts";
import { outputMisfit } from "../../analysis/output-misfit.ts";
import { routeProblem } from "../../analysis/route-problem.ts";
import { callableTools, noneOfFlows, offers } from "../../analysis/target-tools.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { TargetView, WrittenCheck } from "../../view/suite-view.ts";

const triage = "target: { flow: triage, version: 1.0.0 }\n";
const expecting = (text: string): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect: [${text}]\n    context: { inputs: { issue: { url: "https://gitlab.example.com/shop/web/-/issues/7" } } }\n`;
const line = 4;

export const neverHolds: SuiteRule = {
  id: "never-holds",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids checks that no run of the flow could pass",
    rationale:
      "Calls of a tool that the flow, or the component that is named, does not offer, a route that its routers do not allow, an end that it does not have, an output of another kind than its response schema says, fewer turns than the user takes: such a case fails for a reason that has nothing to do with the agent. With several targets, a check is told if it can hold in none of them.",
    repair: "correct the check, or the flow if it should be able to do this",
  },
  check(view) {
    const { targets, cases } = view;
    if (targets.length === 0) return [];
    return cases.flatMap(({ checks, source }) => {
      const refused = isRefused(source["context"] ?? view.value["context"]);
      const turns = listOf(source["conversation"]).length;
      return checks.flatMap((check) => problemOf(check, { targets, refused, turns }));
    });
  },
  examples: {
    bad: [
      { suite: expecting("called: create_merge_request"), reports: [line] },
      { suite: expecting('called: "create_merge_*"'), reports: [line] },
      { suite: expecting("call_order: [get_issue, create_merge_request]"), reports: [line] },
      {
        suite: expecting("called_any: [create_merge_request, create_commit]"),
        reports: [line],
      },
      { suite: triage + expecting("route: [fetch, note]"), reports: [line + 1] },
      { suite: triage + expecting("route: [sort, end]"), reports: [line + 1] },
      { suite: triage + expecting("route: { in_order: [note, sort] }"), reports: [line + 1] },
      { suite: triage + expecting("status: waiting_input"), reports: [line + 1] },
      { suite: expecting("status: completed"), reports: [line] },
      { suite: expecting("recovers_from_error: create_merge_request"), reports: [line] },
      {
        suite: triage + expecting("called: { tool: create_issue_note, component: sort }"),
        reports: [line + 1],
      },
      { suite: triage + expecting("route: { subset: [sort, note] }"), reports: [line + 1] },
      { suite: triage + expecting("route: { not_contains: fetch }"), reports: [line + 1] },
      {
        suite: triage + expecting("output: { path: sort.final_answer.urgent, equals: 1.5 }"),
        reports: [line + 1],
      },
      {
        suite: triage + expecting("output: { path: sort.final_answer, equals: { urgent: often } }"),
        reports: [line + 1],
      },
      {
        suite:
          triage +
          expecting("output: { path: note.final_answer, matches: { text: { $regex: x } } }"),
        reports: [line + 1],
      },
      {
        suite: expecting("output: { path: helper.final_answer, equals: { text: ok } }"),
        reports: [line],
      },
      {
        suite: triage + expecting("output: { path: fetch.execution_result, equals: ok }"),
        reports: [line + 1],
      },
      {
        suite:
          "cases:\n  - id: a\n    conversation: [{ user: What is issue 7? }, { user: And 8? }]\n    expect:\n      - max_turns: 1\n",
        reports: [5],
      },
      {
        suite: triage + expecting("status: [waiting_input, waiting_approval]"),
        reports: [line + 1],
      },
      {
        suite:
          "cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    context: { none: true }\n    expect:\n      - status: completed\n",
        reports: [6],
      },
    ],
    good: [
      { suite: expecting("called_any: [create_merge_request, get_issue]") },
      { suite: expecting('called: "get_*"') },
      { suite: expecting("call_order: { tools: [create_commit, get_issue], mode: subset }") },
      { suite: expecting("called: { tool: create_commit, times: 0 }, answer: Cart") },
      { suite: triage + expecting("route: [fetch, sort, note, end]") },
      { suite: triage + expecting("route: { in_order: [fetch, note], contains: sort }") },
      { suite: triage + expecting("route: [fetch, abort], status: aborted") },
      { suite: triage + expecting("route: { subset: [fetch, sort], not_contains: note }") },
      {
        suite:
          triage +
          expecting(
            "output: { path: sort.final_answer, equals: { urgent: true } }, called: { tool: get_issue, component: fetch }",
          ),
      },
      { suite: triage + expecting("output: { path: note.final_answer, matches: { $regex: x } }") },
      {
        suite:
          "cases:\n  - { id: a, ask: What is wrong?, context: { none: true }, expect: [status: refused] }\n",
      },
    ],
  },
};

interface Setting {
  readonly targets: readonly TargetView[];
  /** Without a project or a namespace a flow is refused, and nothing else happens. */
  readonly refused: boolean;
  /** Of a conversation; 0 without one. */
  readonly turns: number;
}

function problemOf(check: WrittenCheck, setting: Setting): readonly SuiteFinding[] {
  const { targets, refused } = setting;
  const { path } = check;
  if (refused && check.id === "status" && !asTexts(check.value).includes("refused")) {
    const message = "status: with `context: { none: true }` the flow is refused";
    return [{ path, message, hint: "expect `status: refused`, or give the case a project" }];
  }
  const message =
    toolProblem(check, targets) ??
    componentProblem(check, targets) ??
    routesProblem(check, targets) ??
    endProblem(check, targets) ??
    outputProblem(check, targets) ??
    turnsProblem(check, setting.turns);
  return message === undefined ? [] : [{ path, message }];
}

function isRefused(context: JsonValue | undefined): boolean {
  return isJsonObject(context) && context["none"] === true;
}

function toolProblem(check: WrittenCheck, targets: readonly TargetView[]): string | undefined {
  const { needs, needsAny } = callFacts(check);
  const callable = callableTools(targets);
  const missing = needs.find(({ tool }) => !meansAny(tool, callable));
  if (missing !== undefined) return `${check.id}: ${noneOfFlows(targets)} offer ${missing.tool}`;
  const none = needsAny.length > 0 && needsAny.every(({ tool }) => !meansAny(tool, callable));
  if (!none) return undefined;
  return `${check.id}: ${noneOfFlows(targets)} offer any of ${needsAny.map(({ tool }) => tool).join(", ")}`;
}

/** A call by a component that has other tools. */
function componentProblem(check: WrittenCheck, targets: readonly TargetView[]): string | undefined {
  for (const { tool, component } of callFacts(check).needs) {
    if (component === undefined) continue;
    const possible = targets.some(({ target }) => offers(target, component, tool));
    if (!possible) return `${check.id}: ${component} has no tool ${tool}`;
  }
  return undefined;
}

function outputProblem(check: WrittenCheck, targets: readonly TargetView[]): string | undefined {
  if (check.id !== "output") return undefined;
  const problems = targets.map(({ target: { flow } }) => outputMisfit(check.value, flow));
  const [first] = problems;
  return first === undefined || problems.includes(undefined) ? undefined : `output: ${first}`;
}

/** A conversation that takes place as it is written has so many turns. */
function turnsProblem({ id, value, turn }: WrittenCheck, turns: number): string | undefined {
  const least = turn === undefined ? turns : turn + 1;
  if (id !== "max_turns" || typeof value !== "number" || value >= least) return undefined;
  return `max_turns: the user takes ${least} turns up to here`;
}

function routesProblem(check: WrittenCheck, targets: readonly TargetView[]): string | undefined {
  if (check.id !== "route") return undefined;
  const problems = targets.map(({ target }) => {
    const ways = flowWays(target.flow);
    return ways === undefined ? undefined : routeProblem(check.value, ways);
  });
  const [first] = problems;
  return first === undefined || problems.includes(undefined) ? undefined : `route: ${first}`;
}

function endProblem(check: WrittenCheck, targets: readonly TargetView[]): string | undefined {
  if (check.id !== "status") return undefined;
  const wanted = asTexts(check.value);
  const reasons = targets.map(({ target }) =>
    wanted.every((end) => impossibleEnd(end, target) !== undefined)
      ? impossibleEnd(wanted[0] ?? "", target)
      : undefined,
  );
  const [first] = reasons;
  return first === undefined || reasons.includes(undefined) ? undefined : `status: ${first}`;
}
