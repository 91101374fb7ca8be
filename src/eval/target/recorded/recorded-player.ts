import type { RunResult } from "../../../engine/index.ts";
import { AnswerLog } from "../answer-log.ts";
import { TargetError } from "../target-error.ts";
import type { TargetFact } from "../target-fact.ts";
import type { PlaySetting, TargetPlayer } from "../target-player.ts";
import type { RecordedTarget } from "./recorded-target.ts";

/** A conversation that took place before: the user's messages only say which answer comes next. */
export class RecordedPlayer implements TargetPlayer {
  readonly ended = undefined;
  private readonly target: RecordedTarget;
  private readonly setting: PlaySetting;
  private readonly log: AnswerLog;
  private turn = 0;

  constructor(target: RecordedTarget, setting: PlaySetting) {
    this.target = target;
    this.setting = setting;
    this.log = new AnswerLog(target.tells, setting.onEvent);
  }

  async send(): Promise<void> {
    this.setting.signal.throwIfAborted();
    this.turn += 1;
    const { case: name, trial } = this.setting.key;
    const answer = this.target.answers.find({ case: name, trial, turn: this.turn });
    if (answer === undefined) throw this.missing(name, trial);
    await Promise.resolve(this.log.add({ ...answer, waitMs: 0 }));
  }

  result(): RunResult {
    return this.log.result();
  }

  unknown(): ReadonlySet<TargetFact> {
    return this.log.unknown();
  }

  private missing(name: string, trial: number): TargetError {
    const { turn, target } = this;
    const which = `case "${name}", trial ${trial}, turn ${turn}`;
    const message = `${target.reference} has no answer to ${which}`;
    return new TargetError("TARGET_NOT_RECORDED", message, {
      outcome: "suite_error",
      hint: `add a line: ${JSON.stringify({ case: name, trial, turn, answer: "…" })}`,
    });
  }
}
