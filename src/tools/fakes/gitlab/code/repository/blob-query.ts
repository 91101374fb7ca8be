/** What somebody searches code for. */
export interface BlobQuery {
  /** Lower case; empty for any text. */
  readonly phrase: string;
  readonly takesPath: (path: string) => boolean;
}

type Filter = (path: string, wanted: string) => boolean;

const filters: Readonly<Record<string, Filter>> = {
  filename: (path, wanted) => path.slice(path.lastIndexOf("/") + 1).includes(wanted),
  path: (path, wanted) => path.includes(wanted.replace(/^\/+/, "")),
  extension: (path, wanted) => path.endsWith(`.${wanted.replace(/^\./, "")}`),
};

/**
 * Reads the terms of a code search: a phrase, and `filename:`, `path:` and `extension:`, with a minus before
 * those that exclude. Case does not count.
 */
export function parseBlobQuery(text: string): BlobQuery {
  const words: string[] = [];
  const tests: ((path: string) => boolean)[] = [];
  for (const word of text.split(/\s+/)) {
    const [, minus, name = "", wanted = ""] =
      /^(-?)(filename|path|extension):(.+)$/i.exec(word) ?? [];
    const filter = filters[name.toLowerCase()];
    if (filter === undefined) words.push(word);
    else tests.push((path) => filter(path, wanted.toLowerCase()) === (minus === ""));
  }
  const phrase = words
    .join(" ")
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .toLowerCase();
  return { phrase, takesPath: (path) => tests.every((test) => test(path.toLowerCase())) };
}
