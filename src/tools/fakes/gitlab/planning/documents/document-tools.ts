import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { reply } from "../../core/reply.ts";
import { wordsOf } from "../work-items/conditions.ts";
import { documentsPart } from "./documents-part.ts";

const maxSnippets = 4;
const shortWord = 3;

/**
 * Finds snippets by the words that they share with the search, those with the most first. The real search
 * ranks by meaning (duo_workflow_service/tools/documentation_search.py has the shape); without documents in
 * the seed, the fake cannot know what it would find.
 */
const searchDocumentation: ToolHandler = (args, world) => {
  const documents = world.part(documentsPart, world.instance);
  if (documents.length === 0) return undefined;
  const words = wordsOf(plainText(args["search"] ?? "")).filter(
    ({ length }) => length >= shortWord,
  );
  const ranked = documents
    .flatMap(({ url, title, snippets }) =>
      snippets.map((snippet) => ({ url, title, snippet, shared: shared(words, title, snippet) })),
    )
    .filter(({ shared: count }) => count > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, maxSnippets);
  const pages = new Map(ranked.map(({ url, title }) => [url, title]));
  return reply({
    search_results: [...pages].map(([url, title]) => ({
      relevant_snippets: ranked.filter((each) => each.url === url).map(({ snippet }) => snippet),
      source_url: url,
      source_title: title,
    })),
  });
};

function shared(words: readonly string[], title: string, snippet: string): number {
  const text = `${title}\n${snippet}`.toLowerCase();
  return words.filter((word) => text.includes(word)).length;
}

/** The service's tool on GitLab's documentation. It asks a search service, not GitLab. */
export const documentTools: Readonly<Record<string, ToolHandler>> = {
  gitlab_documentation_search: searchDocumentation,
};
