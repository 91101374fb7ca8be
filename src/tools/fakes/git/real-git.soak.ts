import * as fc from "fast-check";
import { describe, test } from "vitest";
import { event } from "../../../../fixtures/fakes/git/git-events.ts";
import { GitRace } from "../../../../fixtures/fakes/git/git-race.ts";
import { hasGit } from "../../../../fixtures/fakes/git/real-git.ts";

/** As the test beside it, longer and from another beginning each time; a failure prints the seed. */
describe.skipIf(!hasGit())("beside git itself", () => {
  // oxlint-disable-next-line vitest/expect-expect -- the race compares
  test("whatever is done, both print the same and hold the same", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 10, maxLength: 60 }), (events) => {
        const race = new GitRace();
        try {
          for (const each of events) race.step(each);
          race.compare();
        } finally {
          race.dispose();
        }
      }),
      { numRuns: 2000, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: false },
    );
  });
});
