import type { TranscriptText } from "../../../../record/index.ts";

/** Shorter JSON is read faster on one line. */
const maxLine = 72;

/** JSON on lines of its own where it is long; any other text as it is. */
export function prettyJson(of: TranscriptText): TranscriptText {
  const { text, cut } = of;
  if (cut !== undefined || text.length <= maxLine || !/^[[{]/u.test(text)) return of;
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2) };
  } catch {
    return of;
  }
}
