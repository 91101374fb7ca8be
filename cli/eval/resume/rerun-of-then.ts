import type { Rerun } from "../../../src/eval/index.ts";
import type { RunStarted } from "../../../src/record/index.ts";

/**
 * The cases that `--rerun` selected when a run began: what it selects now is something else, for the last
 * run may be this one. Undefined where nothing was selected so.
 */
export function rerunOfThen({ request, selection, plan }: RunStarted): Rerun | undefined {
  const name = selection?.asked.find((asked) => asked.startsWith("--rerun "));
  if (name === undefined || request?.flags["rerun"] === undefined) return undefined;
  const planned = new Set(plan.map(keyOf));
  return {
    name,
    filter: ({ suite, case: { id }, target }) =>
      planned.has(keyOf({ suite: suite.id, case: id, target: target.name })),
    notices: () => [],
  };
}

function keyOf(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
