/**
 * What is drawn as a picture, with what modifies or joins it. Marks that say yes or no stay, since they may be all
 * that a cell of a table says; so do © and ™, arrows and other signs that are drawn as text.
 */
const picture =
  /(?:\p{RI}\p{RI}|(?![✅❌❎✔✖☑ℹ])(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F))(?:[\uFE0E\uFE0F\u20E3\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gu;
/** `1️⃣`: the digit stays. */
const keycap = /(?<=[0-9#*])\uFE0F?\u20E3/gu;

/** A text without emoji. */
export function withoutEmoji(text: string): string {
  return text.replaceAll(picture, "").replaceAll(keycap, "");
}
