import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import type { Family } from "../../core/family.ts";
import { bodyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { SearchQuery, World } from "../../core/world.ts";
import { searchWith } from "../api/search-tool.ts";
import { shown } from "../api/shown.ts";
import { wikiPart } from "./wiki-part.ts";
import { wikiRoutes } from "./wiki-routes.ts";

/** The wikis of projects and groups. */
export const wikiFamily: Family = {
  name: "wiki",
  parts: { group: [wikiPart], project: [wikiPart] },
  routes: wikiRoutes,
  tools: {
    get_wiki_page: getWikiPage,
    gitlab_wiki_blob_search: (args, world) => searchWith("wiki_blobs", args, world),
  },
  searches: { wiki_blobs: searchWiki },
};

/** A page with its comments, both as GitLab wrote them; after the service's wiki.py. */
function getWikiPage(args: JsonObject, world: World): ToolOutcome {
  const { project_id: project = null, group_id: group = null, slug = "" } = args;
  const hasProject = project !== null && project !== "";
  const hasGroup = group !== null && group !== "";
  if (hasProject && hasGroup) {
    return toolException("Only one of 'project_id' or 'group_id' should be provided, not both");
  }
  if (!hasProject && !hasGroup) {
    return toolException("Either 'project_id' or 'group_id' must be provided");
  }
  const kind = hasProject ? "project" : "group";
  const id = shown(hasProject ? project : group);
  const base = `/api/v4/${kind}s/${encoded(id)}`;
  const page = send(world, ["GET", `${base}/wikis/${encoded(shown(slug))}`]);
  if (!isSuccess(page) || !isJsonObject(page.body)) {
    const check = `Verify that the ${kind}_id '${id}' and slug '${shown(slug)}' are correct.`;
    return toolException(`Failed to fetch wiki page: HTTP ${String(page.status)}. ${check}`);
  }
  const metaId = shown(page.body["wiki_page_meta_id"]);
  const notes = send(world, ["GET", `${base}/wiki_pages/${metaId}/notes`]);
  return reply({ wiki_page: bodyText(page), notes: bodyText(notes) });
}

/** Finds pages by their title and content. */
function searchWiki({ world, owner, text }: SearchQuery): readonly JsonValue[] {
  const wanted = text.toLowerCase();
  return [...world.part(wikiPart, owner).values()]
    .filter(({ title, content }) => `${title}\n${content}`.toLowerCase().includes(wanted))
    .map(({ slug, content }) => ({
      basename: slug,
      data: content,
      path: `${slug}.md`,
      filename: `${slug}.md`,
      id: null,
      ref: "main",
      startline: 1,
      project_id: owner.kind === "project" ? owner.id : null,
      ...(owner.kind === "group" ? { group_id: owner.id } : {}),
    }));
}
