import type { Clock } from "../../../core/clock.ts";
import { LimitReached } from "../python-exception.ts";
import type { TemplateLimits } from "../template-limits.ts";

/** So many characters looked at or made count as one step. */
const charsPerStep = 16;
const stepsBetweenLooksAtTheClock = 4096;

/** Counts what one rendering uses and ends it with {@link LimitReached} at the limit. */
export class Budget {
  readonly limits: TemplateLimits;
  private readonly clock: Clock | undefined;
  private readonly deadline: number;
  private steps = 0;
  private nextLook = stepsBetweenLooksAtTheClock;
  private text = 0;

  constructor(limits: TemplateLimits, clock?: Clock) {
    this.limits = limits;
    this.clock = clock;
    this.deadline = clock === undefined ? 0 : clock.monotonic() + limits.maxMilliseconds;
  }

  charge(steps: number): void {
    this.steps += steps;
    if (this.steps > this.limits.maxSteps) {
      throw new LimitReached(
        "maxSteps",
        `the template needs more than ${this.limits.maxSteps} steps`,
      );
    }
    if (this.steps >= this.nextLook) this.lookAtTheClock();
  }

  /** Charges for looking through a string. */
  scan(chars: number): void {
    this.charge(1 + Math.floor(chars / charsPerStep));
  }

  /** Charges for a string, before it is made. */
  produce(chars: number): void {
    const { maxText } = this.limits;
    this.checkLength(chars);
    this.text += chars;
    if (this.text > maxText) {
      throw new LimitReached(
        "maxText",
        `the template makes more than ${maxText} characters in all`,
      );
    }
    this.scan(chars);
  }

  checkLength(chars: number): void {
    const { maxOutput } = this.limits;
    if (chars <= maxOutput) return;
    throw new LimitReached(
      "maxOutput",
      `the template makes a text of more than ${maxOutput} characters`,
    );
  }

  private lookAtTheClock(): void {
    this.nextLook = this.steps + stepsBetweenLooksAtTheClock;
    if (this.clock === undefined || this.clock.monotonic() <= this.deadline) return;
    const { maxMilliseconds } = this.limits;
    throw new LimitReached(
      "maxMilliseconds",
      `the template takes longer than ${maxMilliseconds} ms`,
    );
  }
}
