import type { JsonObject } from "../../core/json.ts";

/** The names of fakes, as suites use them. */
export type FakeName = "gitlab" | "workspace";

/** A fake before the trial, and when a check looks at it. */
export interface FakeView {
  readonly before: JsonObject;
  readonly now: JsonObject;
}

/** The fakes of a trial, by name; those that the case has. */
export type FakeViews = Readonly<Partial<Record<FakeName, FakeView>>>;

/** Names of all fakes, sorted. */
export const fakeNames: readonly FakeName[] = ["gitlab", "workspace"];
