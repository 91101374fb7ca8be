import { isJsonObject, type JsonObject } from "../../../../../core/json.ts";
import { choice, listOf, map, record, text, whole } from "../../core/schema-words.ts";
import { SeedBlock } from "../../core/seed-block.ts";
import type { Part } from "../../core/world.ts";
import type { WikiPage } from "./wiki-page.ts";

const page = record("A page.", {
  title: text("The last part of the slug where nothing else is said."),
  content: text(),
  format: choice(["markdown", "rdoc", "asciidoc", "org"]),
  notes: listOf(
    "Comments.",
    record("A comment.", {
      id: whole(),
      author: text("A username."),
      body: text(),
      created_at: text(),
    }),
  ),
});

type Pages = ReadonlyMap<string, WikiPage>;

/** The wiki of a project or group, by slug. Nothing here writes to it. */
export const wikiPart: Part<Pages, Pages> = {
  name: "wiki",
  properties: {
    wiki: map("Pages by slug: a text, or with more than that.", {
      anyOf: [{ type: ["string", "null"] }, page],
    }),
  },
  read: (block) => {
    const wiki = block.block("wiki");
    return new Map(
      Object.entries(wiki.json)
        .filter(([, value]) => value !== null)
        .map(([slug, value]) => {
          const json = isJsonObject(value) ? value : { content: value };
          return [slug, readPage(slug, new SeedBlock(json, [...wiki.path, slug], wiki.context))];
        }),
    );
  },
  open: (seed) => seed,
  show: (pages) => ({
    wiki: Object.fromEntries([...pages].map(([slug, each]) => [slug, showState(each)])),
  }),
};

function readPage(slug: string, block: SeedBlock): WikiPage {
  return {
    slug,
    title: block.text("title", slug.slice(slug.lastIndexOf("/") + 1).replaceAll("-", " ")),
    content: block.text("content", ""),
    format: block.text("format", "markdown"),
    metaId: block.context.ids.next("wiki page"),
    notes: block.list("notes").map((note) => ({
      id: note.id("note"),
      author: note.user("author"),
      body: note.text("body", ""),
      createdAt: note.time("created_at"),
    })),
  };
}

function showState({ title, content, format, notes }: WikiPage): JsonObject {
  return {
    title,
    content,
    format,
    notes: notes.map(({ id, author, body, createdAt }) => ({
      id,
      author,
      body,
      created_at: createdAt,
    })),
  };
}
