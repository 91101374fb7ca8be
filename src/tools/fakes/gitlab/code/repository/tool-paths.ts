import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { decoded } from "../../core/encoded.ts";
import { locateProject } from "../../core/locate.ts";
import type { World } from "../../core/world.ts";
import { shown } from "../api/shown.ts";

/** What a tool is about, or why that cannot be told. */
export type Found<Value> =
  | ({ readonly ok: true; readonly id: string } & Value)
  | { readonly ok: false; readonly message: string };

/** The commit that `url`, or `project_id` and `commit_sha`, name; messages as in the service's commit.py. */
export function locateCommit(args: JsonObject, world: World): Found<{ readonly sha: string }> {
  const { url = null, project_id: id = null, commit_sha: given = null } = args;
  if (isEmpty(url)) {
    const missing = [
      ...(isEmpty(id) ? ["project_id"] : []),
      ...(isEmpty(given) ? ["commit_sha"] : []),
    ];
    if (missing.length > 0) return absent(missing, "absent");
    const at = locateProject(args, world);
    return at.ok ? { ok: true, id: at.id, sha: shown(given) } : at;
  }
  const at = locateProject(args, world);
  if (!at.ok) return at;
  const sha = /\/-\/commit\/([0-9a-fA-F]+)/.exec(shown(url))?.[1];
  if (sha === undefined) return unparsed(`Could not parse commit URL: ${shown(url)}`);
  if (given !== null && given !== sha) {
    const message = `Commit SHA mismatch: provided '${shown(given)}' but URL contains '${sha}'`;
    return { ok: false, message };
  }
  return { ok: true, id: at.id, sha };
}

/** The file that `url`, or `project_id`, `ref` and `file_path`, name; messages as in the service's repository_files.py. */
export function locateFile(
  args: JsonObject,
  world: World,
): Found<{ readonly ref: string; readonly path: string }> {
  const { url = null, project_id: id = null, ref = null, file_path: path = null } = args;
  if (isEmpty(url)) {
    const given = { project_id: id, ref, file_path: path };
    const missing = Object.entries(given).flatMap(([key, value]) => (isEmpty(value) ? [key] : []));
    if (missing.length > 0) return absent(missing, "not");
    const at = locateProject(args, world);
    return at.ok ? { ok: true, id: at.id, ref: shown(ref), path: decoded(shown(path)) } : at;
  }
  const at = locateProject(args, world);
  if (!at.ok) return at;
  const found = /\/-\/blob\/([^/?#]+)\/([^?#]+)/.exec(shown(url));
  if (found === null) return unparsed(`Could not parse repository file URL: ${shown(url)}`);
  const named = { ref: decoded(found[1] ?? ""), path: decoded(found[2] ?? "") };
  const errors = [
    ...mismatch("Ref", ref, named.ref),
    ...(isEmpty(path) ? [] : mismatch("File path", path, named.path)),
  ];
  if (errors.length > 0) return { ok: false, message: errors.join("; ") };
  return { ok: true, id: at.id, ...named };
}

function mismatch(what: string, given: JsonValue, named: string): readonly string[] {
  if (given === null || given === named) return [];
  return [`${what} mismatch: provided '${shown(given)}' but URL contains '${named}'`];
}

function absent(keys: readonly string[], how: "absent" | "not"): { ok: false; message: string } {
  const end = how === "absent" ? "is absent" : "is not";
  const message = keys.map((key) => `'${key}' must be provided when 'url' ${end}`).join("; ");
  return { ok: false, message };
}

function unparsed(reason: string): { ok: false; message: string } {
  return { ok: false, message: `Failed to parse URL: ${reason}` };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || value === 0;
}
