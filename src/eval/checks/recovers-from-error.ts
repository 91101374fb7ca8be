import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { blank } from "../check/blank.ts";
import {
  type CallPattern,
  callPatternName,
  callPatternSchema,
  readCallPattern,
} from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check, Finding } from "../check/check.ts";
import { patternText } from "../check/pattern-text.ts";
import { isAfter } from "../check/replies.ts";
import type { CallView, TrialView } from "../check/trial-view.ts";

const made = (tool: string, reply: number, isError = false): CallView => ({
  component: "a",
  tool,
  args: { reply },
  isError,
  reply,
});
const retried: readonly CallView[] = [made("get_issue", 0, true), made("get_issue", 1)];
const byOptions: JsonObject = {
  description: "What counts as going on: a call of any of these. Any call by default.",
  anyOf: [callPatternSchema, { type: "array", items: callPatternSchema }],
};

export const recoversFromError: Check = {
  id: "recovers_from_error",
  needs: ["calls", "replies", "status"],
  docs: {
    summary: "requires that the agent goes on after a call that ended in an error, and ends well",
    rationale:
      "Tools fail, and a good agent repairs its call or finds another way. After each error there must be a call that succeeds, made by a later reply, so with the error at hand: of the same tool or of another one. `by` says which calls count. In the end the flow must be completed, or wait for its user, with an answer. `recovers_from_error: true` looks at every error; a tool's name, or `{ tool, by }`, at those of that tool. Where nothing ended in an error, there was nothing to recover from, and the check fails: let a mock answer with an `error` first.",
  },
  schema: {
    anyOf: [
      { const: true },
      callPatternName,
      {
        type: "object",
        additionalProperties: false,
        properties: { tool: callPatternName, by: byOptions },
      },
    ],
  },
  examples: [
    {
      trial: { answer: "It is open.", calls: retried },
      passes: [
        true,
        "get_issue",
        "get_*",
        { by: "get_issue" },
        { tool: "get_issue", by: ["list_issues", "get_issue"] },
      ],
      fails: [
        "list_issues",
        { by: "list_issues" },
        { by: { tool: "get_issue", args: { reply: 2 } } },
      ],
    },
    {
      trial: { answer: "It is open.", calls: [...retried, made("create_issue_note", 2, true)] },
      passes: ["get_issue"],
      fails: [true, "create_issue_note"],
    },
    {
      trial: { answer: "It is open.", calls: [made("get_issue", 0, true), made("list_issues", 0)] },
      passes: [],
      fails: [true],
    },
    {
      trial: {
        answer: "It is open.",
        calls: [made("get_issue", 0, true), made("list_issues", 1, true)],
      },
      passes: [],
      fails: ["get_issue", true],
    },
    { trial: { answer: "", calls: retried }, passes: [], fails: [true] },
    { trial: { answer: "No.", status: "aborted", calls: retried }, passes: [], fails: [true] },
    {
      trial: { answer: "Which one?", status: "waiting_input", calls: retried },
      passes: [true],
      fails: [],
    },
    { trial: { answer: "It is open.", calls: [made("get_issue", 0)] }, passes: [], fails: [true] },
  ],
  refused: ["", {}, { by: [] }, { tool: " " }],
  prepare(value, reader) {
    const options: JsonObject = isJsonObject(value) ? value : value === true ? {} : { tool: value };
    const path = isJsonObject(value) ? ["tool"] : [];
    const { tool, by } = options;
    if (isJsonObject(value) && Object.keys(value).length === 0) {
      reader.nothingToCheck([], "write `true` for every error");
      return undefined;
    }
    const failing = tool === undefined ? undefined : readCallPattern(tool, path, reader);
    const items = by === undefined ? [] : isJsonArray(by) ? by : [by];
    if (by !== undefined && items.length === 0) {
      reader.nothingToCheck(["by"], "the list of ways is empty");
      return undefined;
    }
    const ways = items.map((item, index) =>
      readCallPattern(item, isJsonArray(by) ? ["by", index] : ["by"], reader),
    );
    const known = ways.filter((way) => way !== undefined);
    if (known.length < ways.length || (tool !== undefined && failing === undefined))
      return undefined;
    return { type: "decidable", assess: (trial) => assess(trial, failing, known) };
  },
};

function assess(
  trial: TrialView,
  failing: CallPattern | undefined,
  ways: readonly CallPattern[],
): Finding {
  const { calls, status, answer } = trial;
  const errors = calls.filter((call) => call.isError && (failing?.names(call.tool) ?? true));
  const isWay = (call: CallView): boolean =>
    !call.isError && (ways.length === 0 || ways.some((way) => way.matches(call)));
  const final = errors.filter(
    (error) =>
      !calls.slice(calls.indexOf(error) + 1).some((call) => isAfter(call, error) && isWay(call)),
  );
  const whose = failing === undefined ? "" : ` of ${failing.tool}`;
  const reasons = [
    ...(errors.length === 0 ? [`no call${whose} ended in an error`] : []),
    ...final.slice(0, 1).map(({ tool }) => `nothing succeeded after the error of ${tool}`),
    ...(endsWell(status) ? [] : [`the flow ended as ${status}`]),
    ...(blank(answer) ? ["there was no answer"] : []),
  ];
  if (reasons.length === 0) return { pass: true, message: `went on after ${count(errors.length)}` };
  const way = ways.length === 0 ? "a call that succeeds" : ways.map(patternText).join(" or ");
  return {
    pass: false,
    message: `expected an error${whose}, then ${way} and an answer, but ${reasons.join("; ")}`,
    details: callTable(
      ways.map((pattern) => ({ pattern, note: "after the error" })),
      calls,
      (call) => (final.includes(call) ? "not recovered from" : ""),
    ),
  };
}

function endsWell(status: TrialView["status"]): boolean {
  return status === "completed" || status === "waiting_input";
}

function count(errors: number): string {
  return errors === 1 ? "1 error" : `${errors} errors`;
}
