import { isJsonObject, type JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import { locateInProject } from "../../core/locate.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { fetchAll, fetchOne } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { mergeRequestKind } from "./merge-request-kind.ts";
import { reviewContextText, type ReviewFile } from "./review-context-text.ts";

/**
 * Collects what a review needs, with the tags of the service's build_review_merge_request_context.py; the words
 * between them are ours. Review instructions of a project are not looked for.
 */
export function buildReviewMergeRequestContext(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const base = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  const mergeRequest = fetchOne(world, base, { name: "fetch merge request metadata" });
  if (!mergeRequest.ok) return mergeRequest.outcome;
  const diffs = fetchAll(world, `${base}/diffs`);
  if (!diffs.ok) return diffs.outcome;
  const files = diffs.value.filter(isJsonObject).map(toReviewFile);
  const changed = files.filter(({ diff }) => diff.trim() !== "");
  if (args["lightweight"] === true) {
    const list = changed.map(({ path }) => `- ${path}`).join("\n");
    return reply(`<changed_files>\n${list}\n</changed_files>`);
  }
  const about = isJsonObject(mergeRequest.value) ? mergeRequest.value : {};
  const isBrief = args["only_diffs"] === true;
  const originals = isBrief ? [] : originalFiles(changed, { world, id: at.id, about });
  return reply(
    reviewContextText({
      title: shown(about["title"] ?? ""),
      description: shown(about["description"] ?? ""),
      files,
      originals,
      links: args["include_diff_links"] === true ? linksOf(changed, about) : [],
    }),
  );
}

function toReviewFile(diff: JsonObject): ReviewFile {
  return {
    path: shown(diff["new_path"]),
    oldPath: shown(diff["old_path"]),
    isNew: diff["new_file"] === true,
    isRenamed: diff["renamed_file"] === true,
    diff: shown(diff["diff"] ?? ""),
  };
}

/** Files as they are in the target branch; one that cannot be read is left out. */
function originalFiles(
  files: readonly ReviewFile[],
  { world, id, about }: { readonly world: World; readonly id: string; readonly about: JsonObject },
): readonly (readonly [string, string])[] {
  const query = { ref: about["target_branch"] ?? "HEAD" };
  return files
    .filter(({ isNew }) => !isNew)
    .flatMap(({ oldPath }) => {
      const address = `/api/v4/projects/${id}/repository/files/${encoded(oldPath)}`;
      const file = fetchOne(world, address, { query });
      if (!file.ok || !isJsonObject(file.value)) return [];
      const text = Buffer.from(shown(file.value["content"]), "base64").toString("utf8");
      return [[oldPath, text] as const];
    });
}

/** Addresses of the changed files at the commit that is reviewed. */
function linksOf(
  files: readonly ReviewFile[],
  about: JsonObject,
): readonly (readonly [string, string])[] {
  const project = shown(about["web_url"]).split("/-/merge_requests/")[0] ?? "";
  const sha = shown(about["sha"] ?? "");
  return files.map(({ path }) => {
    const address = path.split("/").map(encoded).join("/");
    return [path, `${project}/-/blob/${sha}/${address}`];
  });
}
