/** What the service says when nothing was found. */
export function noMatches(pattern: string, folder?: string): string {
  return `No matches found for pattern '${pattern}'${folder ? ` in '${folder}'` : ""}.`;
}
