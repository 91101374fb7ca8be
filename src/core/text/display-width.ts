const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const narrowest = /[\p{Mn}\p{Me}\p{Cf}]/u;
const plain = /^[\u0020-\u007E]*$/u;

/** Columns that a printable text takes in a terminal, as nearly as can be told without asking it. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!narrowest.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
