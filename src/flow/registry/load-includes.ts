import { TemplateError, templateVariables } from "../template/index.ts";
import type { RegistrySources } from "./registry-sources.ts";
import { isSafeName } from "./select-file.ts";

/** No prompt includes so many files that it would take longer to notice a loop. */
const maxFiles = 1_000;

/**
 * Reads the files that templates include, and those that these include, from the prompt folders and
 * nowhere else. Names with no file stay out: the template says so when it is used.
 */
export async function loadIncludes(
  sources: readonly string[],
  { prompts, files }: Pick<RegistrySources, "prompts" | "files">,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string | undefined>();
  for (let wanted = namesIn(sources, known); wanted.length > 0 && known.size < maxFiles;) {
    for (const name of wanted) known.set(name, await readFirst(name));
    wanted = namesIn(sources, known);
  }
  return new Map([...known].flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));

  async function readFirst(name: string): Promise<string | undefined> {
    for (const folder of isSafeName(name) ? prompts : []) {
      const text = await files.read(`${folder}/${name}`);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

/** The files that the templates ask for and that nobody has looked for yet. */
function namesIn(
  sources: readonly string[],
  known: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  const wanted = new Set<string>();
  const ask = (name: string): string | undefined => {
    if (!known.has(name)) wanted.add(name);
    return known.get(name);
  };
  for (const source of sources) {
    try {
      templateVariables(source, { files: ask });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
    }
  }
  return [...wanted].toSorted();
}
