import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { formatPlace, type Place } from "../../../core/position.ts";
import { listOf } from "../../check/list-of.ts";
import { nameJoint } from "../../suite/matrix.ts";
import type { SuitePath } from "../../suite/suite-reader.ts";
import type { Suite } from "../../suite/suite.ts";
import { engineTargets } from "../../target/target.ts";
import {
  type CaseView,
  rowsRoot,
  type SuiteView,
  type TargetView,
  type WrittenCheck,
} from "./suite-view.ts";

/** Puts together what rules look at. Whatever does not have the right form is left out. */
export function readView(
  value: JsonObject,
  { suite, script, now }: Pick<SuiteView, "suite" | "script" | "now">,
): SuiteView {
  const { file } = suite;
  const written = listOf(value["cases"]).flatMap((source, index) =>
    isJsonObject(source) ? [caseView(source, ["cases", index])] : [],
  );
  const rows = rowsOf(suite);
  const ofRows = rows.map(({ source }, index) => caseView(source, [rowsRoot, index]));
  const places = rows.map(({ place }) => place);
  const targets = targetsOf(value, suite);
  const cases = [...written, ...ofRows];
  return { file, value, suite, targets, cases, script, now, rows: places };
}

interface Row {
  readonly source: JsonObject;
  readonly place: Place;
}

/** Cases that stand in other files, each once, however many contexts it happens in. */
function rowsOf({ cases, file }: Suite): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { source, place } of cases) {
    if (place !== undefined && place.file !== file) rows.set(formatPlace(place), { source, place });
  }
  return [...rows.values()];
}

/** A matrix makes several targets of one, named after it. */
function targetsOf({ targets, matrix }: JsonObject, suite: Suite): readonly TargetView[] {
  const axes = isJsonObject(matrix) ? [matrix["version"], matrix["model"]] : [];
  const each = axes.reduce((product: number, axis) => product * Math.max(1, sizeOf(axis)), 1);
  if (suite.targets.length < Math.max(1, sizeOf(targets)) * each) return [];
  return engineTargets(suite.targets).map((target) => ({
    target,
    path: isJsonObject(targets)
      ? ["targets", target.name.split(nameJoint)[0] ?? target.name]
      : ["target"],
  }));
}

function sizeOf(value: JsonValue | undefined): number {
  return isJsonObject(value) ? Object.keys(value).length : listOf(value).length;
}

function caseView(source: JsonObject, path: SuitePath): CaseView {
  const { id, ask, conversation, expect } = source;
  const turns = listOf(conversation).filter(isJsonObject);
  const said = turns.length === 0 ? [ask] : turns.map(({ user }) => user);
  const ofTurns = listOf(conversation).flatMap((turn, index) =>
    isJsonObject(turn)
      ? checksOf(turn["expect"], [...path, "conversation", index, "expect"], index)
      : [],
  );
  return {
    path,
    id: typeof id === "string" ? id : "",
    source,
    questions: said.filter((text) => typeof text === "string"),
    checks: [...ofTurns, ...checksOf(expect, [...path, "expect"], undefined)],
  };
}

function checksOf(
  expect: JsonValue | undefined,
  path: SuitePath,
  turn: number | undefined,
): readonly WrittenCheck[] {
  return listOf(expect).flatMap((entry, index) =>
    isJsonObject(entry)
      ? Object.entries(entry).map(([id, value]) => ({
          id,
          value,
          turn,
          path: [...path, index, id],
        }))
      : [],
  );
}
