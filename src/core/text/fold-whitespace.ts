/** Every stretch of white space as one space, none at the ends: how texts are compared and put on one line. */
export function foldWhitespace(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
