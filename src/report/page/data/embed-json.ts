/** What could end the element, begin a comment or another element in it, or end a line for a script. */
const risky = /[<>&\u2028\u2029]/gu;

/** JSON as the text of a script element: no character of it means anything to a parser of HTML. */
export function embedJson(json: string): string {
  return json.replaceAll(risky, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
