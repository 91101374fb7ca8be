import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import { decoded, encoded } from "./encoded.ts";
import { plainText } from "./plain-text.ts";
import type { World } from "./world.ts";

/**
 * How the service's tools find out what they are about: a web address, or ids beside each other, which have
 * to agree. Messages as in its `duo_base_tool.py` and `url_parser.py`, whose public mirrors this follows.
 */
export type Located =
  | {
      readonly ok: true;
      /** As it stands in a path of the API: an id, or an encoded path. */
      readonly id: string;
      /** 0 where nothing within the project or group was asked for. */
      readonly iid: number;
    }
  | { readonly ok: false; readonly message: string };

/** What addresses and arguments call the thing within a project or group. */
export interface Kind {
  /** The argument: `issue_iid`. */
  readonly key: string;
  /** Segments of addresses: `issues`, `work_items`. */
  readonly segments: readonly string[];
  /** As a mismatch names it: `Issue`. */
  readonly label: string;
  /** As an address that cannot be read names it: `issue`. */
  readonly noun: string;
}

/** The project that `url` or `project_id` name. */
export function locateProject(args: JsonObject, world: World): Located {
  return locate(args, world, { key: "project_id", label: "Project", pattern: wholePath });
}

/** The group that `url` or `group_id` name. */
export function locateGroup(args: JsonObject, world: World): Located {
  return locate(args, world, { key: "group_id", label: "Group", pattern: wholePath });
}

/** Something with an iid in a project: `url`, or `project_id` and the kind's argument. */
export function locateInProject(args: JsonObject, world: World, kind: Kind): Located {
  return locate(args, world, { key: "project_id", label: "Project", pattern: within(kind), kind });
}

/** Something with an iid in a group: `url`, or `group_id` and the kind's argument. */
export function locateInGroup(args: JsonObject, world: World, kind: Kind): Located {
  return locate(args, world, { key: "group_id", label: "Group", pattern: within(kind), kind });
}

interface Target {
  readonly key: "group_id" | "project_id";
  readonly label: string;
  readonly pattern: RegExp;
  readonly kind?: Kind;
}

const wholePath = /^(?:groups\/)?(.+?)(?:\/-\/.*)?$/s;

function within({ segments }: Kind): RegExp {
  return new RegExp(`^(?:groups/)?(.+?)/-/(?:${segments.join("|")})/([0-9]+)`, "s");
}

function locate(args: JsonObject, world: World, target: Target): Located {
  const url = args["url"] ?? "";
  return url === "" ? fromIds(args, target) : fromUrl(plainText(url), args, { world, target });
}

function fromIds(args: JsonObject, { key, kind }: Target): Located {
  const id = args[key] ?? "";
  const iid = kind === undefined ? 0 : args[kind.key];
  const missing = [
    ...(isEmpty(id) ? [key] : []),
    ...(kind !== undefined && isEmpty(iid ?? "") ? [kind.key] : []),
  ];
  if (missing.length > 0) {
    return failed(missing.map((name) => `'${name}' must be provided when 'url' is not`));
  }
  return { ok: true, id: encodedId(plainText(id)), iid: Number(iid) };
}

function fromUrl(
  url: string,
  args: JsonObject,
  { world, target }: { readonly world: World; readonly target: Target },
): Located {
  const parsed = parseUrl(url, world.url, target);
  if (typeof parsed === "string") return failed([`Failed to parse URL: ${parsed}`]);
  const { key, label, kind } = target;
  const errors: string[] = [];
  const given = args[key] ?? null;
  if (given !== null && !isSame(given, parsed.id)) {
    errors.push(
      `${label} ID mismatch: provided '${plainText(given)}' but URL contains '${parsed.id}'`,
    );
  }
  const iid = kind === undefined ? null : (args[kind.key] ?? null);
  if (kind !== undefined && iid !== null && iid !== parsed.iid) {
    const wrong = `${kind.label} ID mismatch: provided '${plainText(iid)}'`;
    errors.push(`${wrong} but URL contains '${String(parsed.iid)}'`);
  }
  return errors.length > 0 ? failed(errors) : { ok: true, ...parsed };
}

function parseUrl(
  url: string,
  instanceUrl: string,
  { label, pattern, kind }: Target,
): { readonly id: string; readonly iid: number } | string {
  const host = hostOf(url);
  const ours = hostOf(instanceUrl);
  if (host !== ours) return `URL netloc '${host}' does not match gitlab_host '${ours}'`;
  const path = withoutOuterSlashes(decoded(pathOf(url)));
  const match = pattern.exec(path);
  if (path === "" || match === null) {
    return kind === undefined
      ? `Could not extract ${label.toLowerCase()} path from URL: ${url}`
      : `Could not parse ${kind.noun} URL: ${url}`;
  }
  return { id: encoded(match[1] ?? ""), iid: Number(match[2] ?? 0) };
}

/** What stands between `//` and the path, as Python's urlparse takes it. */
function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
}

function pathOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? "";
}

function withoutOuterSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (path[start] === "/") start += 1;
  while (end > start && path[end - 1] === "/") end -= 1;
  return path.slice(start, end);
}

/** The service compares texts; a path that is not encoded means the same project to the reader of a test. */
function isSame(given: JsonValue, id: string): boolean {
  const text = plainText(given);
  return text === id || text === decoded(id);
}

function encodedId(id: string): string {
  return id.includes("/") ? encoded(id) : id;
}

function isEmpty(value: unknown): boolean {
  return value === "" || value === 0;
}

function failed(errors: readonly string[]): Located {
  return { ok: false, message: errors.join("; ") };
}
