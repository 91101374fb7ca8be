import type { JsonObject } from "../../core/json.ts";
import { createFakes, type Fake, type Fakes } from "../../tools/index.ts";
import type { FakeName, FakeView, FakeViews } from "../check/fake-view.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";

const asking: ReadonlySet<string> = new Set(["file", "state"]);

/** What of the fakes a checkpoint shows to its checks; nothing where there are none. */
export interface FakesShown {
  readonly fakes?: FakeViews;
}

/** Shows checks what the fakes of a trial held before it, and what they hold now. */
export class FakeWatch {
  private readonly fakes: Fakes;
  private readonly seeds: SuiteCase["fakes"];
  private fresh: Fakes | undefined;
  private readonly states = new Map<FakeName, JsonObject>();

  constructor(fakes: Fakes, { fakes: seeds }: Pick<SuiteCase, "fakes">) {
    this.fakes = fakes;
    this.seeds = seeds;
  }

  /** What there is at this moment, which calls that follow will change; nothing where no check asks. */
  look(checks: readonly CaseCheck[]): FakesShown {
    if (!checks.some(({ check }) => asking.has(check))) return {};
    return this.show((name, fake) => ({ before: this.before(name), now: fake.state() }));
  }

  /** What there is in the end, looked up when a check asks: a test may do so long after the trial. */
  lookAtEnd(): FakesShown {
    return this.show((name, fake) => {
      const before = (): JsonObject => this.before(name);
      let last: JsonObject | undefined;
      return {
        get before(): JsonObject {
          return before();
        },
        get now(): JsonObject {
          last ??= fake.state();
          return last;
        },
      };
    });
  }

  private show(view: (name: FakeName, fake: Fake) => FakeView): FakesShown {
    if (this.fakes.size === 0) return {};
    const views: Partial<Record<FakeName, FakeView>> = {};
    for (const [name, fake] of this.fakes) views[name] = view(name, fake);
    return { fakes: views };
  }

  /** Fakes of the same seeds begin alike, so that nothing is looked up before somebody asks. */
  private before(name: FakeName): JsonObject {
    this.fresh ??= createFakes(this.seeds);
    const state = this.states.get(name) ?? this.fresh.get(name)?.state() ?? {};
    this.states.set(name, state);
    return state;
  }
}
