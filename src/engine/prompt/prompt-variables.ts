import { type Prompt, TemplateError, templateVariables } from "../../flow/index.ts";

/** Prompts are read once and run often. Those that may include files are read anew: files may differ. */
const known = new WeakMap<Prompt, readonly string[]>();

/** All free variables of a prompt's templates, sorted; the error of one that cannot be read. */
export function promptVariables(
  prompt: Prompt,
  files: ((name: string) => string | undefined) | undefined,
): readonly string[] | TemplateError {
  const before = files === undefined ? known.get(prompt) : undefined;
  if (before !== undefined) return before;
  const sources = prompt.entries.flatMap(({ texts }) => texts);
  try {
    const names = sources.flatMap((source): readonly string[] =>
      templateVariables(source, files === undefined ? {} : { files }),
    );
    const variables = [...new Set(names)].toSorted();
    if (files === undefined) known.set(prompt, variables);
    return variables;
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
