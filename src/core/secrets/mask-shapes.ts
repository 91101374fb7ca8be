import { shapeSpans } from "./shape-scanner.ts";

/** A text of the same length and lines, with stars in the place of everything that looks like a secret. */
export function maskShapes(text: string): string {
  let masked = "";
  let done = 0;
  for (const { start, end } of shapeSpans(text).toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    masked += text.slice(done, from) + text.slice(from, end).replaceAll(/[^\r\n]/g, "*");
    done = end;
  }
  return masked + text.slice(done);
}
