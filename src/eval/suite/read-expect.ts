import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { CheckMemo } from "../check/check-memo.ts";
import type { CheckReference } from "../check/check-report.ts";
import type { CheckSetting } from "../check/check-setting.ts";
import { checks } from "../check/known-checks.ts";
import { listOf } from "../check/list-of.ts";
import { settingProblems } from "../check/setting-problems.ts";
import { isToolGlob, toolMatcher } from "../check/tool-glob.ts";
import type { KnownNames } from "./known-names.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";
import type { CaseCheck } from "./suite.ts";

/** What a list of checks is read with. */
export interface ExpectFrame {
  readonly reader: SuiteReader;
  readonly names: KnownNames;
  readonly setting: CheckSetting;
  /** Of the whole suite. */
  readonly memo: CheckMemo;
}

/** Reads an `expect:` list: every check that can be used, and what is wrong with the others. */
export function readExpect(
  value: JsonValue | undefined,
  path: SuitePath,
  frame: ExpectFrame,
): readonly CaseCheck[] {
  return listOf(value).flatMap((entry, index) => {
    const at = [...path, index];
    if (isEmpty(entry)) {
      nothing(frame.reader, at, "this entry has no check");
      return [];
    }
    if (!isJsonObject(entry)) return [];
    return Object.entries(entry).flatMap(([id, wanted]) =>
      readCheck({ id, wanted, path: [...at, id] }, frame),
    );
  });
}

interface WrittenCheck {
  readonly id: string;
  readonly wanted: JsonValue;
  readonly path: SuitePath;
}

function readCheck(
  { id, wanted, path }: WrittenCheck,
  { reader, names, setting, memo }: ExpectFrame,
): readonly CaseCheck[] {
  const check = checks.get(id);
  if (check === undefined) return [];
  if (isEmpty(wanted)) {
    nothing(reader, path, `\`${id}\` has nothing to check`);
    return [];
  }
  if (!reader.wellFormed(path)) return [];
  const report = memo.prepare(check, wanted);
  const { prepared, tools, components } = report;
  const inPlace = settingProblems({ check, value: wanted, report }, setting);
  for (const problem of [...report.problems, ...inPlace]) {
    const { code, message, hint, atKey } = problem;
    const at = [...path, ...problem.path];
    reader.add({ path: at, code, message: `${id}: ${message}`, hint, ...(atKey && { atKey }) });
  }
  for (const tool of unknown(tools, names.tools)) {
    reader.add({
      path: [...path, ...tool.path],
      code: "TOOL_UNKNOWN",
      message: isToolGlob(tool.name)
        ? `${id}: no tool has a name like "${tool.name}"`
        : `${id}: there is no tool "${tool.name}"`,
      hint: isToolGlob(tool.name)
        ? "a * stands for any part of a name: create_*"
        : didYouMean(tool.name, names.tools),
    });
  }
  for (const component of unknown(components, names.components)) {
    reader.add({
      path: [...path, ...component.path],
      code: "EVAL_UNKNOWN_COMPONENT",
      message: `${id}: the flow has no component "${component.name}"`,
      hint: didYouMean(component.name, names.components),
    });
  }
  return prepared === undefined ? [] : [{ check: id, prepared }];
}

/** Names that are not known, unless nothing is. */
function unknown(
  references: readonly CheckReference[],
  known: readonly string[],
): readonly CheckReference[] {
  if (known.length === 0) return [];
  return references.filter(({ name }) =>
    isToolGlob(name) ? !known.some(toolMatcher(name)) : !known.includes(name),
  );
}

function nothing(reader: SuiteReader, path: SuitePath, message: string): void {
  reader.settle(path);
  reader.add({
    path,
    code: "EVAL_NOTHING_TO_CHECK",
    message,
    hint: "say what must hold, or remove it",
  });
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === "") return true;
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
