/** The `Key: value` lines that a commit's message ends with, as git reads them; a key that comes twice keeps its last value. */
export function trailersOf(message: string): Readonly<Record<string, string>> {
  const paragraphs = message.trimEnd().split(/\n[ \t]*\n/);
  const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? "") : "";
  const lines = last.split("\n").map((line) => /^([A-Za-z0-9-]+)[ \t]*:[ \t]*(.*)$/.exec(line));
  if (last === "" || lines.includes(null)) return {};
  return Object.fromEntries(lines.map((found) => [found?.[1] ?? "", found?.[2] ?? ""]));
}
