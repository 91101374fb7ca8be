import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { event } from "../../../../fixtures/fakes/git/git-events.ts";
import { GitRace } from "../../../../fixtures/fakes/git/git-race.ts";
import { hasGit } from "../../../../fixtures/fakes/git/real-git.ts";

describe.skipIf(!hasGit())("beside git itself (skipped where there is none)", () => {
  test("whatever is done, both print the same and hold the same", () => {
    let known = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: 10, maxLength: 25 }), (events) => {
        const race = new GitRace();
        try {
          for (const each of events) {
            race.step(each);
          }
          race.compare();
          known += race.commands - race.unknown;
        } finally {
          race.dispose();
        }
      }),
      { seed: 8, numRuns: 8 },
    );
    expect(known).toBeGreaterThan(50);
  });
});
