/** A version as PEP 440 reads it: `1.0.0`, `2.0.0-dev`, `1.1.0rc1`, `1!2.0.post1+local`. */
export interface Version {
  /** As written. */
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: PreRelease | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  readonly local: readonly (number | string)[] | undefined;
}

interface PreRelease {
  readonly phase: "a" | "b" | "rc";
  readonly number: number;
}

/** Versions are short; a longer text is not one, and no pattern has to look at it. */
export const longestVersion: number = 256;

/** The pattern of PEP 440, appendix B, without its anchors; for a regular expression with flag `i`. */
export const versionPattern: string = [
  "v?",
  "(?:(?<epoch>[0-9]+)!)?",
  "(?<release>[0-9]+(?:\\.[0-9]+)*)",
  "(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?",
  "(?:-(?<implicitPost>[0-9]+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?",
  "(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>[0-9]+)?)?",
  "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
].join("");

const wholeVersion = new RegExp(`^\\s*${versionPattern}\\s*$`, "i");

/** Reads a version; undefined for a text that is none, such as `2.0.0-interactive`. */
export function parseVersion(text: string): Version | undefined {
  if (text.length > longestVersion) return undefined;
  const groups = wholeVersion.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return {
    text,
    epoch: Number(groups["epoch"] ?? 0),
    release: (groups["release"] ?? "0").split(".").map(Number),
    pre: preOf(groups),
    post: postOf(groups),
    dev: groups["dev"] === undefined ? undefined : Number(groups["devNumber"] ?? 0),
    local: groups["local"]?.toLowerCase().split(/[-_.]/).map(localPart),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function preOf(groups: Groups): PreRelease | undefined {
  const spelling = groups["phase"]?.toLowerCase();
  if (spelling === undefined) return undefined;
  const number = Number(groups["preNumber"] ?? 0);
  if (spelling === "a" || spelling === "alpha") return { phase: "a", number };
  return { phase: spelling === "b" || spelling === "beta" ? "b" : "rc", number };
}

function postOf(groups: Groups): number | undefined {
  if (groups["implicitPost"] !== undefined) return Number(groups["implicitPost"]);
  return groups["post"] === undefined ? undefined : Number(groups["postNumber"] ?? 0);
}

function localPart(part: string): number | string {
  return /^[0-9]+$/.test(part) ? Number(part) : part;
}

/** Whether a version is a pre-release or a development release. */
export function isUnstable(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}
