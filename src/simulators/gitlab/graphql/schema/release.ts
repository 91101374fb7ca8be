/** A release of GitLab. */
export type Release = readonly [major: number, minor: number, patch: number];

/** Reads `18.9` and `18.9.0`, with whatever follows (`19.3.0-pre`); undefined for anything else. */
export function parseRelease(text: string): Release | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:-[\w.]+)?$/.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch = "0"] = match;
  return [Number(major), Number(minor), Number(patch)];
}

/** Whether a release is older than another. */
export function isOlder(release: Release, other: Release): boolean {
  for (const at of [0, 1, 2] as const) {
    if (release[at] !== other[at]) return release[at] < other[at];
  }
  return false;
}
