/** How long the part of a tag may be that names files. */
const tag = /\{%[-+]?\s{0,20}(?:include|extends|import|from)\b([^%]{0,2000})/g;
const quoted = /"([^"\n]{1,500})"|'([^'\n]{1,500})'/g;

/** The files that templates in a text name, whatever else the text is. */
export function includedNames(text: string): readonly string[] {
  const names = [...text.matchAll(tag)].flatMap(([, rest = ""]) => {
    return [...rest.matchAll(quoted)].map(([, double, single]) => double ?? single ?? "");
  });
  return [...new Set(names)].toSorted();
}
