import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { CaseCheck, OpenCase, WrittenCase } from "../../eval/index.ts";
import { AgentAssertionError, type Difference } from "./assertion-error.ts";
import { failureMessage } from "./failure-message.ts";
import { plainJson } from "./plain-json.ts";
import { UsageError, usageError } from "./usage-error.ts";

/** A case that was played, with everything that its test asks of it. */
export class Session {
  readonly open: OpenCase;
  private readonly written: WrittenCase;
  /** Checks as YAML would say them, in the order in which they were asked. */
  private readonly asked: JsonValue[] = [];
  private readonly pending = new Set<Promise<void>>();

  constructor(open: OpenCase, written: WrittenCase) {
    this.open = open;
    this.written = written;
  }

  /** What the case expects all in all, as an `expect:` list. */
  get expected(): readonly JsonValue[] {
    const { expect } = this.written.case.source;
    return [...(Array.isArray(expect) ? expect : []), ...this.asked];
  }

  /**
   * Makes a check that needs no judge.
   *
   * @throws AgentAssertionError when enough trials break it that the case cannot pass any more; AppError
   * for a check that is wrong.
   */
  check(given: object): void {
    this.decide(given);
    this.requirePass(given);
  }

  /** Makes a check that needs no judge, and tells whether the case may still pass. */
  decide(given: object): boolean {
    this.open.decide(this.read(given));
    return this.passes;
  }

  /** Makes checks of any kind, and throws only when all were made. */
  async assess(given: readonly object[]): Promise<void> {
    const checks = given.flatMap((each) => this.read(each));
    const work = this.open.assess(checks);
    this.pending.add(work);
    await work.finally(() => this.pending.delete(work));
    this.requirePass();
  }

  /** Holds a check against the trials the other way round: it passes where it is broken. */
  decideNot(given: object): boolean {
    const { checks } = this.prepare(given);
    for (const { check, prepared } of checks) {
      for (const { view, addFinding } of this.open.trials) {
        if (prepared.type !== "decidable" || view === undefined) continue;
        const { pass, message } = prepared.assess(view);
        const isBroken = pass === false;
        const found = isBroken ? message : `expected otherwise: ${message}`;
        addFinding(`not_${check}`, { pass: isBroken, message: found });
      }
    }
    return this.passes;
  }

  get passes(): boolean {
    return this.open.outcome === "pass";
  }

  /** @throws AgentAssertionError when the case does not pass as it stands. */
  requirePass(given?: object): void {
    if (!this.passes) throw this.failure(given);
  }

  failure(given?: object): AgentAssertionError {
    const { open } = this;
    return new AgentAssertionError(
      open.outcome,
      failureMessage(open),
      given === undefined ? undefined : differenceOf(given, open),
    );
  }

  /** Waits for checks that the test did not wait for. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.pending);
  }

  private read(given: object): readonly CaseCheck[] {
    const { list, checks } = this.prepare(given);
    this.asked.push(...list);
    return checks;
  }

  /** A check that is wrong is the test's fault: nothing more can be said about the agent. */
  private prepare(given: object): {
    readonly list: readonly JsonValue[];
    readonly checks: readonly CaseCheck[];
  } {
    const { suite } = this.written;
    try {
      const list = [plainJson(given, ["expect"], { file: suite.file })];
      return { list, checks: this.written.readChecks(list) };
    } catch (error) {
      const wrong = usageError(error);
      if (wrong instanceof UsageError) this.open.spoil(wrong.message);
      throw wrong;
    }
  }
}

/** The arguments that a check wants beside those of the first call of the tool. */
function differenceOf(given: object, open: OpenCase): Difference | undefined {
  const [value]: unknown[] = Object.values(given);
  if (!isJsonObject(value)) return undefined;
  const { tool, args } = value;
  const failed = open.trials.find(({ outcome }) => outcome !== "pass");
  const call = failed?.view?.calls.find((each) => each.tool === tool);
  if (args === undefined || call === undefined) return undefined;
  return { expected: args, actual: call.args };
}
