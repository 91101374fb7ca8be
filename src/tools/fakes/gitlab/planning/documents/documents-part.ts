import { map, record, text, texts } from "../../core/schema-words.ts";
import type { Part } from "../../core/world.ts";

/** A page of GitLab's documentation. */
interface Document {
  readonly url: string;
  readonly title: string;
  readonly snippets: readonly string[];
}

/** Pages that the documentation search finds, by address. */
export const documentsPart: Part<readonly Document[], readonly Document[]> = {
  name: "documents",
  properties: {
    documents: map(
      "Pages of GitLab's documentation that can be found, by address.",
      record("A page.", {
        title: text(),
        snippets: texts("Texts of the page, each of which is searched."),
      }),
    ),
  },
  read: (block) =>
    block.blocks("documents").map(([url, page]) => ({
      url,
      title: page.text("title", url),
      snippets: page.texts("snippets"),
    })),
  open: (seed) => seed,
  show: (documents) => ({
    documents: Object.fromEntries(
      documents.map(({ url, title, snippets }) => [url, { title, snippets }]),
    ),
  }),
};
