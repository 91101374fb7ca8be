import type { MockProblem } from "../mocks/mock-problem.ts";

/** Something wrong in what a fake begins with, beyond what its JSON Schema says. */
export type SeedProblem = Pick<MockProblem, "atKey" | "hint" | "message" | "path">;

/** A seed that was read; complete when there is no problem. */
export interface ReadSeed<Seed> {
  readonly seed: Seed;
  readonly problems: readonly SeedProblem[];
}
