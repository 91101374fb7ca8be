import type { TargetFact } from "./target-fact.ts";
import type { Target } from "./target.ts";

const everything: ReadonlySet<TargetFact> = new Set<TargetFact>([
  "calls",
  "status",
  "route",
  "replies",
  "usage",
  "times",
]);

const onlyTimes: ReadonlySet<TargetFact> = new Set<TargetFact>(["times"]);

/** What a target can tell of itself, as far as its suite says; a trial of it may tell less. */
export function factsOf(target: Target): ReadonlySet<TargetFact> {
  if (target.kind === "http" || target.kind === "recorded") return target.tells;
  return target.kind === "duo_chat" ? onlyTimes : everything;
}
