import type { Version } from "./version.ts";

/** Orders as PEP 440 does: `1.0.dev1 < 1.0a1 < 1.0rc1 < 1.0 = 1 < 1.0+local < 1.0.post1`. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.epoch - b.epoch ||
    compareReleases(a.release, b.release) ||
    comparePhases(a, b) ||
    (a.post ?? -1) - (b.post ?? -1) ||
    compareDev(a.dev, b.dev) ||
    compareLocal(a.local, b.local)
  );
}

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const phaseRanks = { dev: 0, a: 1, b: 2, rc: 3, final: 4 };

/** A bare development release comes before every pre-release of the same release. */
function comparePhases(a: Version, b: Version): number {
  return (
    phaseRanks[phaseOf(a)] - phaseRanks[phaseOf(b)] || (a.pre?.number ?? 0) - (b.pre?.number ?? 0)
  );
}

function phaseOf({ pre, post, dev }: Version): keyof typeof phaseRanks {
  if (pre !== undefined) return pre.phase;
  return post === undefined && dev !== undefined ? "dev" : "final";
}

function compareDev(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}

type Local = Version["local"];

function compareLocal(a: Local, b: Local): number {
  const [left, right] = [a ?? [], b ?? []];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareLocalParts(left[index] ?? 0, right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Words come before numbers. */
function compareLocalParts(a: number | string, b: number | string): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : 1;
  if (typeof b === "number") return -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
