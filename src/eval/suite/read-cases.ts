import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { formatPlace, type Place } from "../../core/position.ts";
import { listOf } from "../check/list-of.ts";
import { contextInFake } from "./context-in-fake.ts";
import { type MatrixValue, nameJoint } from "./matrix.ts";
import { readCase } from "./read-case.ts";
import { readContext } from "./read-context.ts";
import { loadRows, type RowsFrame } from "./rows/load-rows.ts";
import type { SuiteCase } from "./suite.ts";

export interface CasesFrame extends RowsFrame {
  /** The contexts of `matrix:`. */
  readonly contexts: readonly MatrixValue[];
}

/** Reads the cases of a suite, those under `cases` and those of its files, once for each context. */
export async function readCases(
  suite: JsonObject,
  cases: JsonValue | undefined,
  frame: CasesFrame,
): Promise<readonly SuiteCase[]> {
  const { reader } = frame;
  if (cases === undefined && suite["cases_file"] === undefined && !reader.hasUnknownKeys([])) {
    reader.add({
      path: ["suite"],
      atKey: true,
      code: "EVAL_SUITE_INVALID",
      message: "the suite has no cases",
      hint: "write them under `cases`, or name a file of them with `cases_file`",
    });
  }
  const known = new Map<string, Place>();
  const read: SuiteCase[] = [];
  for (const [index, entry] of listOf(cases).entries()) {
    for (const found of await readCase(entry, ["cases", index], frame)) {
      const place = reader.placeOf(["cases", index, "id"], false);
      const other = take(known, found.id, place);
      if (other !== undefined) {
        reader.add({
          path: ["cases", index, "id"],
          code: "EVAL_DUPLICATE_CASE",
          message: `the suite already has a case "${found.id}"`,
          hint: "give one of the two another id",
        });
      }
      read.push({ ...found, place });
    }
  }
  for (const { read: found, place } of await loadRows(suite, frame)) {
    const other = take(known, found.id, place);
    if (other !== undefined) reader.addElsewhere(duplicate(found.id, place, other));
    read.push(found);
  }
  return inContexts(read, frame);
}

/** The place of the case that has the id already. */
function take(known: Map<string, Place>, id: string, place: Place): Place | undefined {
  const other = known.get(id);
  if (id !== "" && other === undefined) known.set(id, place);
  return other;
}

function duplicate(id: string, place: Place, other: Place): AppError {
  const message = `the suite already has a case "${id}"`;
  const hint = `the other is at ${formatPlace(other)}`;
  return new AppError("EVAL_DUPLICATE_CASE", message, { place, hint });
}

/** Cases that do not say where they happen, once for each context of the matrix. */
function inContexts(
  cases: readonly SuiteCase[],
  { contexts, context: outer, reader }: CasesFrame,
): readonly SuiteCase[] {
  if (contexts.length === 0) return cases;
  const places = contexts.map(({ name, value, path }) => {
    return { name, context: readContext(value, path, reader) };
  });
  return cases.flatMap((each) => {
    if (saysWhere(each.source["context"])) return [each];
    return places.map(({ name, context }) => ({
      ...each,
      id: `${each.id}${nameJoint}${name}`,
      context: contextInFake({ ...outer, ...context, ...ownInputs(each) }, each.fakes),
    }));
  });
}

function saysWhere(context: JsonValue | undefined): boolean {
  return isJsonObject(context) && Object.keys(context).some((key) => key !== "inputs");
}

/** Inputs that a case brings along go with it everywhere. */
function ownInputs({ source, context }: SuiteCase): Pick<SuiteCase["context"], "inputs"> {
  const own = source["context"];
  const isOwn = isJsonObject(own) && own["inputs"] !== undefined;
  return isOwn ? { inputs: context.inputs } : {};
}
