import { AppError } from "../../src/core/errors/app-error.ts";
import type { ResolvedFlow } from "../../src/flow/index.ts";
import type { CaseRecord, RunRecord } from "../../src/record/index.ts";
import type { FlowGraphFlags } from "./flow-flags.ts";

const maxListed = 12;

/**
 * The routes of the trials that a user selects, or of all trials of a flow.
 *
 * @throws AppError CLI_RECORD_SELECTION where there are none.
 */
export function recordedRoutes(
  record: RunRecord,
  { resolved, flags }: { readonly resolved: ResolvedFlow; readonly flags: FlowGraphFlags },
): readonly (readonly string[])[] {
  const cases = record.cases.filter((each) => isOf(each, record, resolved));
  const chosen = cases.filter((each) => flags.case === undefined || isCalled(each, flags.case));
  const routes = chosen
    .flatMap(({ trials }) => trials)
    .filter(({ trial }) => flags.trial === undefined || trial === flags.trial - 1)
    .map(({ route }) => route);
  if (routes.length > 0) return routes;
  const { run } = record.started;
  if (cases.length === 0) {
    const flows = record.started.suites.flatMap(({ targets }) => targets.map(nameOf));
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

/** A suite's flow is named by its reference, or by its path. */
function isOf(
  { suite, target }: CaseRecord,
  { started }: RunRecord,
  resolved: ResolvedFlow,
): boolean {
  const planned = started.suites.find((each) => each.suite === suite);
  const tested = planned?.targets.find((each) => each.target === target);
  if (tested === undefined) return false;
  const isReference = tested.flow === resolved.reference && tested.version === resolved.version;
  return isReference || tested.flow.endsWith(`/${resolved.path}`) || tested.flow === resolved.path;
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
