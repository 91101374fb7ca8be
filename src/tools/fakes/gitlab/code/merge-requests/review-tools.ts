import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchOne, type Fetched } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { diffLines, type DiffLine } from "./diff-lines.ts";
import { basePath, unescaped } from "./discussion-tools.ts";
import { findCommentLine } from "./find-comment-line.ts";
import { fetchRefs } from "./note-tools.ts";

/** Publishes what a code review put out. */
export function postDuoCodeReview(args: JsonObject, world: World): ToolOutcome {
  const { project_id = null, merge_request_iid = null, review_output = "" } = args;
  const path = "/api/v4/ai/duo_workflows/code_review/add_comments";
  const body = { project_id, merge_request_iid, review_output };
  const response = send(world, ["POST", path], { body });
  if (!isSuccess(response)) return toolException(`Failed to post review: ${pyText(response)}`);
  const message = `Review posted to MR !${shown(merge_request_iid)}`;
  return reply({ status: "success", message });
}

/**
 * Publishes a whole review: comments on lines, which are drafts first, a summary and a verdict. After the
 * service's mr_review.py, which goes on without the comments that fit no line of the diff.
 */
export function submitMrReview(args: JsonObject, world: World): ToolOutcome {
  const { comments: given = [] } = args;
  const comments = isJsonArray(given) ? given.filter(isJsonObject) : [];
  const isFolded =
    args["fold_inline_into_summary_when_public"] === true &&
    comments.length > 0 &&
    isPublic(args, world);
  const written = typeof args["summary"] === "string" ? args["summary"] : "";
  const title = args["inline_findings_title"] ?? null;
  const summary = isFolded ? foldedSummary(comments, written, title) : unescaped(written);
  const isInternal = isFolded || args["summary_internal"] === true;
  const counts = isFolded ? noDrafts : createDrafts(args, comments, world);
  if (!counts.ok) return counts.outcome;
  const verdict = args["verdict"] ?? null;
  const path = `${basePath(args)}/draft_notes/bulk_publish`;
  const body = {
    ...(verdict === null ? {} : { reviewer_state: verdict }),
    ...(summary === "" ? {} : { note: summary, internal: isInternal }),
  };
  const published = bodyOf(send(world, ["POST", path], { body }), "bulk publish review");
  if (!published.ok) return published.outcome;
  const { posted, failed } = counts.value;
  const parts = [
    ...(posted > 0 ? [`${String(posted)} inline comment(s) posted`] : []),
    ...(failed > 0 ? [`${String(failed)} inline comment(s) could not be posted`] : []),
    ...(verdict === null ? [] : [`verdict: ${shown(verdict)}`]),
    ...(summary === "" ? [] : [`${isInternal ? "internal" : "public"} summary note posted`]),
  ];
  const detail = parts.length === 0 ? "no actions taken" : parts.join(", ");
  const message = `Review submitted on MR !${shown(args["merge_request_iid"])}: ${detail}`;
  return reply({ status: "success", message });
}

/** A project that cannot be seen counts as public: what is found stays among its members. */
function isPublic(args: JsonObject, world: World): boolean {
  const project = fetchOne(world, `/api/v4/projects/${shown(args["project_id"])}`);
  if (!project.ok || !isJsonObject(project.value)) return true;
  return project.value["visibility"] === "public";
}

const heading =
  "**Inline findings** (folded into this internal note because the project is public)";

function foldedSummary(comments: readonly JsonObject[], summary: string, title: JsonValue): string {
  const findings = comments.map((comment, index) => {
    const line = comment["new_line"] ?? null;
    const place = line === null ? "" : `:\`${shown(line)}\``;
    const body = unescaped(shown(comment["body"]));
    return `**${String(index + 1)}.** \`${shown(comment["file"])}\`${place}\n\n${body}\n\n---\n\n`;
  });
  const section = `${title === null ? heading : shown(title)}\n\n${findings.join("")}`;
  return summary === "" ? section : `${unescaped(summary)}\n\n---\n\n${section}`;
}

interface Counts {
  readonly posted: number;
  readonly failed: number;
}

const noDrafts: Fetched<Counts> = { ok: true, value: { posted: 0, failed: 0 } };

function createDrafts(
  args: JsonObject,
  comments: readonly JsonObject[],
  world: World,
): Fetched<Counts> {
  if (comments.length === 0) return noDrafts;
  const base = basePath(args);
  const refs = fetchRefs(world, base);
  if (!refs.ok) return refs;
  const diffs = fetchOne(world, `${base}/diffs`, { name: "fetch merge request diffs" });
  if (!diffs.ok) return diffs;
  const files = linesByFile(diffs.value);
  let posted = 0;
  for (const comment of comments) {
    const line = findCommentLine(comment, files.get(shown(comment["file"])) ?? []);
    if (line === undefined) continue;
    const body = { note: noteOf(comment), position: { ...refs.value, ...placeOf(comment, line) } };
    if (isSuccess(send(world, ["POST", `${base}/draft_notes`], { body }))) posted += 1;
  }
  return { ok: true, value: { posted, failed: comments.length - posted } };
}

function linesByFile(diffs: JsonValue): ReadonlyMap<string, readonly DiffLine[]> {
  const files = isJsonArray(diffs) ? diffs.filter(isJsonObject) : [];
  return new Map(
    files.map((file) => [
      shown(file["new_path"] ?? file["old_path"]),
      diffLines(shown(file["diff"] ?? "")),
    ]),
  );
}

function noteOf(comment: JsonObject): string {
  const body = unescaped(shown(comment["body"]));
  const suggestion = comment["suggestion"] ?? null;
  if (suggestion === null || suggestion === "") return body;
  return `${body}\n\n\`\`\`suggestion:-0+0\n${shown(suggestion)}\n\`\`\``;
}

function placeOf(comment: JsonObject, { oldLine, newLine }: DiffLine): JsonObject {
  const path = comment["file"] ?? "";
  return {
    position_type: "text",
    new_path: path,
    old_path: path,
    ...(newLine === null ? {} : { new_line: newLine }),
    ...(oldLine === null ? {} : { old_line: oldLine }),
  };
}
