import type { Version } from "./version.ts";

/** The release with the part at `index` raised and everything behind it zero. */
function raise(version: Version, index: number): Version {
  const length = Math.max(version.release.length, index + 1);
  const release = Array.from({ length }, (_, at) => {
    const part = version.release[at] ?? 0;
    if (at < index) return part;
    return at === index ? part + 1 : 0;
  });
  const text = release.join(".");
  return {
    ...version,
    text,
    release,
    pre: undefined,
    post: undefined,
    dev: undefined,
    local: undefined,
  };
}

/** The first version that `~version` leaves out. */
export function afterTilde(version: Version): Version {
  return raise(version, version.release.length === 1 ? 0 : 1);
}

/** The first version that `~=version` leaves out. */
export function afterCompatible(version: Version): Version {
  return raise(version, Math.max(version.release.length - 2, 0));
}

/** The first version that `^version` leaves out: the leftmost part that is not zero decides. */
export function afterCaret(version: Version): Version {
  const [major = 0, minor, patch] = version.release;
  if (major > 0 || minor === undefined) return raise(version, 0);
  return raise(version, minor > 0 || patch === undefined ? 1 : 2);
}

/** The first version that `version.*` leaves out. */
export function afterWildcard(version: Version): Version {
  const { pre, post, dev } = version;
  if (post !== undefined)
    return { ...version, post: dev === undefined ? post + 1 : post, dev: undefined };
  if (pre !== undefined) {
    const number = dev === undefined ? pre.number + 1 : pre.number;
    return { ...version, pre: { ...pre, number }, dev: undefined };
  }
  if (dev !== undefined) return { ...version, dev: dev + 1 };
  return raise(version, version.release.length - 1);
}
