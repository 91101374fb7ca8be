import type { Version } from "../../flow/index.ts";
import type { Step } from "./flow-difference.ts";

/**
 * The step from one version to a higher one. Below 1.0.0 the second number counts as the first does from
 * there on, and every step is enough for an addition.
 */
export function stepBetween(before: Version, after: Version): Step {
  if (before.epoch !== after.epoch) return "major";
  const index = [0, 1, 2].find((at) => (before.release[at] ?? 0) !== (after.release[at] ?? 0));
  if (index === 0) return "major";
  if ((before.release[0] ?? 0) === 0) return index === 1 ? "major" : "minor";
  return index === 1 ? "minor" : "patch";
}

/** The lowest version that is a step above another: `1.2.3` and `minor` give `1.3.0`. */
export function versionAfter({ epoch, release }: Version, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = release;
  const next = {
    major: major === 0 ? [0, minor + 1, 0] : [major + 1, 0, 0],
    minor: major === 0 ? [0, minor, patch + 1] : [major, minor + 1, 0],
    patch: [major, minor, patch + 1],
  };
  return `${epoch === 0 ? "" : `${epoch}!`}${next[step].join(".")}`;
}
