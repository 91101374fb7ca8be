import { AppError } from "../../core/errors/app-error.ts";
import { caseIdOf } from "./case-id.ts";
import type { Task } from "./current-test.ts";

/** What a case is recorded under. */
interface Claim {
  readonly suite: string;
  /** As the test says it. */
  readonly id: string | undefined;
  readonly target: string | undefined;
}

/** Who has which id, by file: a file that is run again begins anew. */
const claims = new WeakMap<Task["file"], Map<string, Task>>();

/**
 * The id of a case. A test that asks several times gets one for each: `counts`, `counts-2`.
 *
 * @throws AppError EVAL_DUPLICATE_CASE where another case of the file has it
 */
export function claimId(task: Task, { suite, id, target = "default" }: Claim): string {
  const known = claims.get(task.file) ?? new Map<string, Task>();
  claims.set(task.file, known);
  const wanted = id ?? caseIdOf(fullNameOf(task));
  for (let number = 1; ; number += 1) {
    const claimed = number === 1 ? wanted : `${wanted}-${number}`;
    const key = JSON.stringify([suite, claimed, target]);
    const owner = known.get(key);
    if (owner === undefined) {
      known.set(key, task);
      return claimed;
    }
    if (owner === task && id === undefined) continue;
    const message = `the suite "${suite}" already has a case "${claimed}", of the test "${owner.name}"`;
    const hint = "give one of the two another name, or another `id`";
    throw new AppError("EVAL_DUPLICATE_CASE", message, { hint });
  }
}

/** The names of the groups around a test, and its own. */
function fullNameOf({ name, suite }: Task): string {
  const names = [name];
  for (let outer = suite; outer !== undefined; outer = outer.suite) names.unshift(outer.name);
  return names.join(" ");
}
