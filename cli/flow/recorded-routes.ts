import { dirname, resolve } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { ResolvedFlow } from "../../src/flow/index.ts";
import type { CaseRecord, RunRecord } from "../../src/record/index.ts";
import type { FlowGraphFlags } from "./flow-flags.ts";

/** Which part of a record is wanted. */
export interface Selection {
  readonly record: RunRecord;
  readonly resolved: ResolvedFlow;
  readonly flags: Pick<FlowGraphFlags, "case" | "trial">;
  /** Where relative paths begin, in the record too. */
  readonly cwd: string;
}

const maxListed = 12;

/**
 * The routes of the trials that a user selects, or of all trials of a flow.
 *
 * @throws AppError CLI_RECORD_SELECTION where there are none.
 */
export function recordedRoutes(selection: Selection): readonly (readonly string[])[] {
  const { record, resolved, flags } = selection;
  const cases = record.cases.filter((each) => isOf(each, selection));
  const chosen = cases.filter((each) => flags.case === undefined || isCalled(each, flags.case));
  const routes = chosen
    .flatMap(({ trials }) => trials)
    .filter(({ trial }) => flags.trial === undefined || trial === flags.trial - 1)
    .map(({ route }) => route);
  if (routes.length > 0) return routes;
  const { run } = record.started;
  if (cases.length === 0) {
    const flows = record.started.suites.flatMap(({ targets }) =>
      targets.filter(({ kind }) => kind === undefined).map(nameOf),
    );
    throw nothing(
      `run ${run} holds no trial of ${nameOf({ flow: resolved.reference, version: resolved.version })}`,
      {
        what: "its flows",
        names: flows,
      },
    );
  }
  const wanted = [
    ...(flags.trial === undefined ? [] : [`trial ${flags.trial}`]),
    ...(flags.case === undefined ? [] : [`case ${flags.case}`]),
  ].join(" of ");
  throw nothing(`run ${run} holds no finished ${wanted === "" ? "trial" : wanted}`, {
    what: "its cases of this flow",
    names: cases.map(({ suite, case: id, target, trials }) => {
      const name = [suite, id, ...(target === "default" ? [] : [target])].join("/");
      return trials.length === 1 ? name : `${name} (${trials.length} trials)`;
    }),
  });
}

/** A suite's flow is named by its reference, or by its path from the suite's folder. */
function isOf({ suite, target }: CaseRecord, { record, resolved, cwd }: Selection): boolean {
  const planned = record.started.suites.find((each) => each.suite === suite);
  const tested = planned?.targets.find((each) => each.target === target);
  if (planned === undefined || tested === undefined || tested.kind !== undefined) return false;
  const { flow, version } = tested;
  if (flow === resolved.reference && version === resolved.version) return true;
  return resolve(cwd, dirname(planned.file), flow) === resolve(cwd, resolved.path);
}

function isCalled({ suite, case: id, target }: CaseRecord, name: string): boolean {
  return [`${suite}/${id}`, `${suite}/${id}/${target}`].includes(name);
}

function nameOf({ flow, version }: { readonly flow: string; readonly version: string }): string {
  return version === "" ? flow : `${flow} ${version}`;
}

function nothing(
  message: string,
  { what, names }: { readonly what: string; readonly names: readonly string[] },
): AppError {
  const distinct = [...new Set(names)].toSorted();
  const more = distinct.length > maxListed ? ` and ${distinct.length - maxListed} more` : "";
  const hint = `${what}: ${distinct.slice(0, maxListed).join(", ")}${more}`;
  return new AppError("CLI_RECORD_SELECTION", message, { hint });
}
