import { forbidding, secretWords } from "./secret-words.ts";

/** What the texts of a prompt say the agent works on, each once, with the words: `handles credentials ("access token")`. */
export function signsInWords(texts: readonly string[]): readonly string[] {
  const signs = new Map<string, string>();
  for (const sentence of texts.flatMap(sentencesOf)) {
    for (const { what, pattern } of secretWords) {
      const found = signs.has(what) ? undefined : pattern.exec(sentence);
      if (found === undefined || found === null) continue;
      if (!forbidding.test(sentence.slice(0, found.index))) signs.set(what, found[0].trim());
    }
  }
  return [...signs].map(([what, words]) => `${what} ("${words}")`);
}

/** More than any sentence has; in what is longer a word may go unseen at a seam. */
const maxLength = 2000;

/** Sentences, items of lists and paragraphs, each as one line. */
function sentencesOf(text: string): readonly string[] {
  const paragraphs = text.split(/\n\s*(?=[-*•#|>\n]|\d{1,3}[.)])/);
  return (
    paragraphs
      .flatMap((paragraph) => paragraph.split(/(?<=(?<!\b[ei]\.[ge])[.!?;])\s/))
      // The shortest sign has four letters.
      .filter((sentence) => sentence.length > 3)
      .flatMap((sentence) => pieces(sentence.replaceAll(/\s+/g, " ")))
  );
}

function pieces(text: string): readonly string[] {
  const count = Math.ceil(text.length / maxLength);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * maxLength, (index + 1) * maxLength),
  );
}
