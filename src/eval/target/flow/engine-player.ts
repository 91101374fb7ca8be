import { type RunResult, startSession } from "../../../engine/index.ts";
import { AnswerLog } from "../answer-log.ts";
import { withInputs } from "../chat/with-inputs.ts";
import type { TargetFact } from "../target-fact.ts";
import type { PlaySetting, TargetPlayer } from "../target-player.ts";
import type { EngineTarget } from "../target.ts";

type EngineSession = Awaited<ReturnType<typeof startSession>>;

/** Of a conversation whose first message got no answer. */
const nothingYet: RunResult = new AnswerLog(new Set(), () => undefined).result();
const nothing: ReadonlySet<TargetFact> = new Set();

/** A conversation in our engine, where everything is known. */
export class EnginePlayer implements TargetPlayer {
  private readonly target: EngineTarget;
  private readonly setting: PlaySetting;
  private session: EngineSession | undefined;

  constructor(target: EngineTarget, setting: PlaySetting) {
    this.target = target;
    this.setting = setting;
  }

  get ended(): string | undefined {
    if (this.session === undefined || this.session.waitsFor !== undefined) return undefined;
    return `the flow had ended (${this.session.result().status})`;
  }

  async send(user: string): Promise<void> {
    if (this.session !== undefined) {
      await this.session.send(user);
      return;
    }
    const { target, setting } = this;
    const { engine, testCase, onEvent, signal } = setting;
    const { flow, session, registries } = target;
    const { human, history } = testCase;
    const context =
      target.kind === "chat" ? withInputs(testCase.context, target.inputs) : testCase.context;
    const ofCase = { human, context, history };
    const options = { ...engine, ...session, ...ofCase, flow, registries, onEvent, signal };
    this.session = await startSession({ ...options, goal: user });
  }

  result(): RunResult {
    return this.session?.result() ?? nothingYet;
  }

  unknown(): ReadonlySet<TargetFact> {
    return nothing;
  }
}
