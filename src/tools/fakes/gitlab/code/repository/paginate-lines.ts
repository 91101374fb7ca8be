const defaultLimit = 2000;

/**
 * The lines of a file that are asked for, with a note of what is left out, as the service's repository_files.py
 * cuts and words it. A short file of which nothing is asked stays as it is.
 */
export function paginateLines(
  content: string,
  { offset, limit }: { readonly offset?: number; readonly limit?: number },
): string {
  const isLong = content.split("\n").length - 1 >= defaultLimit;
  if (offset === undefined && limit === undefined && !isLong) return content;
  const lines = content.replace(/\n+$/, "").split("\n");
  const total = content.replace(/\n+$/, "") === "" ? 0 : lines.length;
  const start = offset ?? 0;
  const end = Math.min(start + (limit ?? defaultLimit), total);
  if (start >= total && (total > 0 || start > 0)) {
    const where = `[Offset ${String(start)} is beyond end of file (${String(total)} lines). `;
    return `${where}Use offset=0 to read from the start.]`;
  }
  const shown = lines.slice(start, end).join("\n");
  const range = `[Showing lines ${String(start)}-${String(end - 1)} of ${String(total)} total.`;
  if (end < total) return `${shown}\n\n${range} Use offset=${String(end)} to continue reading.]`;
  return start > 0 ? `${shown}\n\n${range}]` : shown;
}
