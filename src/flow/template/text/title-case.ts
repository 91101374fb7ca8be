/** The few letters whose form at the beginning of a word is not their capital. */
const special: ReadonlyMap<string, string> = new Map([
  ["ǆ", "ǅ"],
  ["ǅ", "ǅ"],
  ["Ǆ", "ǅ"],
  ["ǉ", "ǈ"],
  ["ǈ", "ǈ"],
  ["Ǉ", "ǈ"],
  ["ǌ", "ǋ"],
  ["ǋ", "ǋ"],
  ["Ǌ", "ǋ"],
  ["ǳ", "ǲ"],
  ["ǲ", "ǲ"],
  ["Ǳ", "ǲ"],
]);

/** A letter as it begins a word: `ß` gives `Ss`. */
export function titleCase(letter: string): string {
  const known = special.get(letter);
  if (known !== undefined) return known;
  const [first = "", ...rest] = letter.toUpperCase();
  return first + rest.join("").toLowerCase();
}
