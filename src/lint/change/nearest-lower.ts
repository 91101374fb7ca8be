import { compareVersions, parseVersion, type Version } from "../../flow/index.ts";
import { flowIdentity } from "./flow-identity.ts";

/** The version of a released config; undefined for a pre-release and for a name that no constraint selects. */
export function releasedVersion(name: string): Version | undefined {
  const version = parseVersion(name);
  return version?.pre === undefined && version?.dev === undefined ? version : undefined;
}

/** Whether a path is one of a released version of a flow, which nobody may change or remove. */
export function isReleasedFlow(path: string): boolean {
  const identity = flowIdentity(path);
  if (identity === undefined || identity.experimental) return false;
  return releasedVersion(identity.version) !== undefined;
}

/**
 * Of some versions the highest released one below another. What comes before `1.1.0` is also what comes
 * before its pre-releases.
 */
export function nearestLower(version: string, others: readonly string[]): string | undefined {
  const wanted = parseVersion(version);
  if (wanted === undefined) return undefined;
  const lower = others
    .flatMap((name) => releasedVersion(name) ?? [])
    .filter((each) => compareVersions(each, wanted) < 0);
  return lower.toSorted(compareVersions).at(-1)?.text;
}
