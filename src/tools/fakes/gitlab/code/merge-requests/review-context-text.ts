import { diffItems, type DiffItem } from "./diff-lines.ts";

/** A file of the diff that is reviewed. */
export interface ReviewFile {
  readonly path: string;
  readonly oldPath: string;
  readonly isNew: boolean;
  readonly isRenamed: boolean;
  readonly diff: string;
}

/** All that a review is given. */
export interface ReviewContext {
  readonly title: string;
  readonly description: string;
  readonly files: readonly ReviewFile[];
  /** Files before the change: path and text. */
  readonly originals: readonly (readonly [string, string])[];
  /** Path and address. */
  readonly links: readonly (readonly [string, string])[];
}

/** The context of a review as a text with tags. */
export function reviewContextText(context: ReviewContext): string {
  const { title, description, files, originals, links } = context;
  const diffs = files.filter(({ diff }) => diff.trim() !== "").map(fileDiff);
  const sections = [
    `<mr_title>\n${escaped(title)}\n</mr_title>`,
    `<mr_description>\n${escaped(description)}\n</mr_description>`,
    diffLinks(links),
    `<git_diffs>\n${[...diffs, ...renamedFiles(files)].join("\n\n")}\n</git_diffs>`,
    originalFiles(originals),
  ];
  const body = sections.filter((section) => section !== "").join("\n\n");
  return `The merge request to review:\n\n<input>\n${body}\n</input>`;
}

function fileDiff({ path, diff }: ReviewFile): string {
  const lines = diffItems(diff).map(showItem).join("\n");
  return `<file_diff filename="${path}">\n${lines}\n</file_diff>`;
}

function showItem(item: DiffItem): string {
  if (item.type === "header") return `<chunk_header>${item.text}</chunk_header>`;
  if (item.type === "no-newline") {
    return line("nonewline", [String(item.old), String(item.new)], item.text);
  }
  const { kind, oldLine, newLine, text } = item.line;
  return line(kind, [String(oldLine ?? ""), String(newLine ?? "")], text);
}

function line(kind: string, [old, now]: readonly [string, string], text: string): string {
  return `<line type="${kind}" old_line="${old}" new_line="${now}">${text}</line>`;
}

function renamedFiles(files: readonly ReviewFile[]): readonly string[] {
  const renamed = files.filter(({ isRenamed }) => isRenamed);
  if (renamed.length === 0) return [];
  const lines = renamed.map(({ oldPath, path }) => {
    return `<file old_path="${oldPath}" new_path="${path}"></file>`;
  });
  return [["<renamed_files>", ...lines, "</renamed_files>"].join("\n")];
}

function diffLinks(links: ReviewContext["links"]): string {
  if (links.length === 0) return "";
  const lines = links.map(([path, url]) => `  <file path="${path}" url="${url}" />`);
  return ["<diff_links>", ...lines, "</diff_links>"].join("\n");
}

function originalFiles(originals: ReviewContext["originals"]): string {
  if (originals.length === 0) return "";
  const files = originals.map(([path, text]) => {
    return `<full_file filename='${path}'>\n${text}\n</full_file>\n`;
  });
  const intro = "The changed files as they are before the change:";
  return ["<original_files>", intro, ...files, "</original_files>"].join("\n");
}

/** As Python's `html.escape`. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}
