import type { JsonObject } from "../../core/json.ts";
import type { Fakes } from "../../tools/index.ts";
import type { FakeName, FakeViews } from "../check/fake-view.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";

const asking: ReadonlySet<string> = new Set(["file", "state"]);

/** Remembers what the fakes of a trial held before it, and shows what they hold now to checks that ask. */
export class FakeWatch {
  private readonly fakes: Fakes;
  private readonly before: ReadonlyMap<FakeName, JsonObject>;

  constructor(fakes: Fakes, { checks, turns }: Pick<SuiteCase, "checks" | "turns">) {
    this.fakes = fakes;
    const isAsked = [checks, ...turns.map((turn) => turn.checks)].some(asksForFakes);
    this.before = isAsked ? statesOf(fakes) : new Map();
  }

  /** What checks of this moment are shown; nothing where none of them asks. */
  look(checks: readonly CaseCheck[]): { readonly fakes?: FakeViews } {
    if (!asksForFakes(checks)) return {};
    const views: Partial<Record<FakeName, { before: JsonObject; now: JsonObject }>> = {};
    for (const [name, now] of statesOf(this.fakes)) {
      views[name] = { before: this.before.get(name) ?? {}, now };
    }
    return { fakes: views };
  }
}

function asksForFakes(checks: readonly CaseCheck[]): boolean {
  return checks.some(({ check }) => asking.has(check));
}

function statesOf(fakes: Fakes): ReadonlyMap<FakeName, JsonObject> {
  return new Map([...fakes].map(([name, fake]) => [name, fake.state()]));
}
