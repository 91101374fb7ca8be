import { type KnownDefinitions, type LintSource } from "../../../src/lint/index.ts";
import { shownPath } from "../../../src/platform/index.ts";

/**
 * Files of definitions as they are linted. Of the files in Ruby, those that only list others define
 * nothing; they are passed over unless the command line names them.
 */
export function definitionSources(
  known: KnownDefinitions | undefined,
  { linted, named, cwd }: LintedDefinitions,
): readonly LintSource[] {
  const shown = new Set(linted.map((path) => shownPath(path, cwd)));
  const own = new Set(named.map((path) => shownPath(path, cwd)));
  return (known?.files ?? []).flatMap((definitions): readonly LintSource[] => {
    const { file: path, text, language, definitions: found, problems } = definitions;
    const isList = language === "ruby" && found.length === 0 && problems.length === 0;
    if (!shown.has(path) || (isList && !own.has(path))) return [];
    return [{ path, text, definitions }];
  });
}

export interface LintedDefinitions {
  /** Absolute paths. */
  readonly linted: readonly string[];
  /** Absolute paths of those that the command line names. */
  readonly named: readonly string[];
  readonly cwd: string;
}
