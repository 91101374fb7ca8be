import { splitPythonSpace } from "./python-space.ts";

/** A text without HTML comments and tags, and with every stretch of white space as one space. */
export function stripTags(text: string): string {
  return splitPythonSpace(removeTags(removeComments(text))).join(" ");
}

/** What the removal of a comment leaves side by side can itself begin the next one. */
function removeComments(text: string): string {
  let rest = text;
  let kept = "";
  for (let start = rest.indexOf("<!--"); start >= 0; start = rest.indexOf("<!--")) {
    const end = rest.indexOf("-->", start);
    if (end < 0) break;
    kept += rest.slice(0, start);
    rest = rest.slice(end + 3);
    const seam = seamLength(kept, rest);
    rest = kept.slice(kept.length - seam) + rest;
    kept = kept.slice(0, kept.length - seam);
  }
  return kept + rest;
}

function seamLength(kept: string, rest: string): number {
  const splits = ["<!-", "<!", "<"];
  const found = splits.find(
    (head) => kept.endsWith(head) && rest.startsWith("<!--".slice(head.length)),
  );
  return found?.length ?? 0;
}

/** Nothing before a tag can begin another one, so a single walk finds them all. */
function removeTags(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = text.indexOf("<"); start >= 0; start = text.indexOf("<", at)) {
    const end = text.indexOf(">", start);
    if (end < 0) break;
    parts.push(text.slice(at, start));
    at = end + 1;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
