import { escapedSpans } from "./escaped-spans.ts";
import { shapeSpans } from "./shape-scanner.ts";

/**
 * A text of the same length and lines, with stars in the place of everything that looks like a secret, also
 * where it is written with escapes.
 */
export function maskShapes(text: string): string {
  let masked = "";
  let done = 0;
  const spans = [...shapeSpans(text), ...escapedSpans(text)];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    masked += text.slice(done, from) + text.slice(from, end).replaceAll(/[^\r\n]/g, "*");
    done = end;
  }
  return masked + text.slice(done);
}
