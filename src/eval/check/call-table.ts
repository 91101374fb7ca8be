import { showValue } from "../../core/match/show-value.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { alignColumns } from "./align-columns.ts";
import type { CallPattern } from "./call-pattern.ts";
import type { CallView } from "./trial-view.ts";

/** More than this many rows are cut in the middle: nobody reads them. */
const maxCalls = 40;

export interface ExpectedCall {
  readonly pattern: CallPattern;
  /** What holds for it as a whole: `1 to 2 times`, `not met`. */
  readonly note: string;
}

/** What was expected above what was called, column under column. */
export function callTable(
  expected: readonly ExpectedCall[],
  calls: readonly CallView[],
  noteOf: (call: CallView, index: number) => string,
): string {
  const wanted = expected.map(({ pattern, note }, index) => [
    index === 0 ? "expected" : "",
    "",
    pattern.tool,
    pattern.terms,
    note,
  ]);
  const made = calls.map((call, index) => [
    index === 0 ? "actual" : "",
    String(index + 1),
    call.tool,
    foldWhitespace(showValue(call.args)),
    [...errorNote(call), noteOf(call, index)].filter((note) => note !== "").join("; "),
  ]);
  return alignColumns([...wanted, ...shortened(made)]);
}

function errorNote({ isError, isOffered }: CallView): readonly string[] {
  if (isOffered === false) return ["not offered to the agent"];
  return isError ? ["error"] : [];
}

function shortened(rows: readonly string[][]): readonly (readonly string[])[] {
  if (rows.length === 0) return [["actual", "", "no calls"]];
  if (rows.length <= maxCalls) return rows;
  const half = maxCalls / 2;
  return [
    ...rows.slice(0, half),
    ["", "", `… ${rows.length - maxCalls} more calls`],
    ...rows.slice(-half),
  ];
}
