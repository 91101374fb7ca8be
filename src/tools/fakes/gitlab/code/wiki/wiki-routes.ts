import type { JsonObject } from "../../../../../core/json.ts";
import { groupOf, iidOf, projectOf } from "../../core/find-owner.ts";
import { flagParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import { basicUser } from "../../core/user.ts";
import type { Group, Project, RestRequest, Route, World } from "../../core/world.ts";
import type { WikiPage } from "./wiki-page.ts";
import { wikiPart } from "./wiki-part.ts";

type FindOwner = (request: RestRequest) => Group | Project;

/** The wikis of projects and groups. */
export const wikiRoutes: readonly Route[] = [
  ...routesOf("/projects/:id", (request) => projectOf(request)),
  ...routesOf("/groups/:id", (request) => groupOf(request)),
];

function routesOf(base: string, ownerOf: FindOwner): readonly Route[] {
  return [
    {
      method: "GET",
      path: `${base}/wikis`,
      query: ["with_content"],
      answer: (request) => {
        const pages = request.world.part(wikiPart, ownerOf(request));
        const hasContent = flagParam(request.query, "with_content") ?? false;
        return [...pages.values()].map((page) => ({
          format: page.format,
          slug: page.slug,
          title: page.title,
          wiki_page_meta_id: page.metaId,
          ...(hasContent ? { content: page.content, encoding: "UTF-8" } : {}),
        }));
      },
    },
    {
      method: "GET",
      path: `${base}/wikis/:slug`,
      query: [],
      answer: (request) => {
        const pages = request.world.part(wikiPart, ownerOf(request));
        const page = pages.get(request.params.get("slug") ?? "");
        if (page === undefined) throw notFound("Wiki Page");
        return showPage(page);
      },
    },
    {
      method: "GET",
      path: `${base}/wiki_pages/:meta_id/notes`,
      query: [],
      answer: (request) => {
        const pages = request.world.part(wikiPart, ownerOf(request));
        const metaId = iidOf(request, "meta_id");
        const page = [...pages.values()].find((each) => each.metaId === metaId);
        if (page === undefined) throw notFound("Wiki Page");
        return showNotes(page, request.world);
      },
    },
  ];
}

function showPage({ format, slug, title, content, metaId }: WikiPage): JsonObject {
  return {
    format,
    slug,
    title,
    content,
    encoding: "UTF-8",
    front_matter: {},
    wiki_page_meta_id: metaId,
  };
}

function showNotes({ notes, metaId }: WikiPage, world: World): readonly JsonObject[] {
  return notes.map(({ id, author, body, createdAt }) => ({
    id,
    body,
    author: basicUser(world.userNamed(author) ?? world.currentUser, world.url),
    created_at: createdAt,
    updated_at: createdAt,
    system: false,
    noteable_id: metaId,
    noteable_type: "WikiPage::Meta",
  }));
}
