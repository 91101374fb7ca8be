export { compareVersions } from "./compare-versions.ts";
export { constraintReach } from "./constraint-reach.ts";
export { constraintAllows, parseConstraint, type VersionConstraint } from "./constraint.ts";
export { selectVersion, type VersionSelection } from "./select-version.ts";
export { parseVersion, type Version } from "./version.ts";
export type { VersionRange } from "./version-range.ts";
