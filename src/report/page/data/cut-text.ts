import { clip } from "../../../core/text/clip.ts";
import type { TranscriptText } from "../../../record/index.ts";

/** Characters of a text that the record of a trial holds whole; a report of thousands of trials cannot. */
const maxChars = 20_000;

/** The beginning of a text, with the length of the whole where that is not all. */
export function cutText(text: string): TranscriptText {
  return text.length <= maxChars ? { text } : { text: clip(text, maxChars), cut: text.length };
}

/** The same for texts that are beside the matter. */
export function shortText(text: string, chars = 2000): string {
  return clip(text, chars);
}
