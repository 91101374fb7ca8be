/** CSI sequences (colors, cursor movement), complete and of sane length. */
// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
const controlSequence = /(?:\u001B\[|\u009B)[0-?]{0,64}[ -/]{0,8}[@-~]/gu;

/**
 * What changes a terminal or how other characters are shown: C0 but tab and newline, DEL, C1, line and
 * paragraph separators, bidirectional controls, invisible format and tag characters, lone surrogates.
 */
const unsafe =
  /[^\P{Cc}\n\t]|[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]|\p{Cs}/u;
const allUnsafe: RegExp = new RegExp(unsafe, "gu");

/**
 * A text of foreign origin as it may be written to a terminal: escape sequences are removed, every other
 * control character is shown instead of obeyed. Newlines and tabs stay.
 */
export function printable(text: string): string {
  if (!unsafe.test(text)) return text;
  return text.replaceAll("\r\n", "\n").replaceAll(controlSequence, "").replaceAll(allUnsafe, show);
}

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
