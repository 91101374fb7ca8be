import { expect } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { Task } from "./current-test.ts";
import type { Session } from "./session.ts";
import { usageError } from "./usage-error.ts";

/** A case that a test has asked for. */
interface OpenEnd {
  readonly session: Session;
  /** Writes what is known of it in the end. */
  readonly close: () => Promise<void>;
  /** How many assertions the test had made before. */
  readonly asserted: number;
}

const ends = new WeakMap<Task, OpenEnd[]>();

/** Lets a case be recorded when its test is over, however that ends. */
export function whenFinished(task: Task, session: Session, close: () => Promise<void>): void {
  const known = ends.get(task) ?? [];
  const isFirst = known.length === 0;
  known.push({ session, close, asserted: assertionsOf(task) });
  ends.set(task, known);
  // No limit of time: a judge may still be thinking.
  if (isFirst) task.context.onTestFinished(() => finishAll(task, known), 0);
}

async function finishAll(task: Task, all: OpenEnd[]): Promise<void> {
  ends.delete(task);
  const failed = task.result?.state === "fail";
  const failures: unknown[] = [];
  for (const [index, { session, close, asserted }] of all.entries()) {
    const next = all[index + 1];
    await session.settle();
    const asserts = (next?.asserted ?? assertionsOf(task)) > asserted;
    const isLast = next === undefined;
    addOwnFindings(session, { failure: failed && isLast ? messageOf(task) : undefined, asserts });
    if (!hasChecks(session)) {
      const error = nothingChecked();
      session.open.spoil(error.message);
      failures.push(usageError(error));
    } else if (!failed && !session.passes) failures.push(session.failure());
    session.open.finish();
    await close();
  }
  if (failures.length > 0) throw failures[0];
}

interface OwnFindings {
  /** Why the test failed, where it did. */
  readonly failure: string | undefined;
  /** Whether the test makes assertions that are none of ours. */
  readonly asserts: boolean;
}

/** What the test found by assertions that are none of ours belongs into the record as well. */
function addOwnFindings({ open, expected, passes }: Session, own: OwnFindings): void {
  if (!passes) return;
  if (own.failure !== undefined) {
    for (const { addFinding } of open.trials) {
      addFinding("test", { pass: false, message: own.failure });
    }
  } else if (own.asserts && expected.length === 0) {
    const message = "the assertions of the test hold";
    for (const { addFinding } of open.trials) addFinding("test", { pass: true, message });
  }
}

function messageOf({ result }: Task): string {
  return result?.errors?.[0]?.message.split("\n")[0] ?? "the test failed";
}

function hasChecks({ open, passes }: Session): boolean {
  return !passes || open.trials.some(({ checks }) => checks.length > 0);
}

function nothingChecked(): AppError {
  return new AppError("EVAL_NOTHING_TO_CHECK", "the test asks the agent and checks nothing", {
    hint: "say what must hold: run.assertCalledTool(…), expect(run).toAnswer(…)",
  });
}

/** A test may use the `expect` that it imports, or that of its context: each counts for itself. */
function assertionsOf({ context }: Task): number {
  return countOf(expect) + countOf(context.expect);
}

function countOf({ getState }: typeof expect): number {
  const { assertionCalls }: { readonly assertionCalls?: number } = getState();
  return assertionCalls ?? 0;
}
