import type { CliContext } from "../../context.ts";
import { selectFlows, type SelectedFlows } from "../select-flows.ts";
import {
  type DefinitionsSearch,
  findDefinitions,
  type FoundDefinitions,
} from "./find-definitions.ts";

/** What is linted: flows, and files of definitions. */
export interface SelectedFiles {
  readonly flows: SelectedFlows;
  readonly definitions: FoundDefinitions;
}

/** The flows and the definitions that the command line or `flowproof.yml` names. */
export async function selectLinted(
  paths: readonly string[],
  flagged: readonly string[] | undefined,
  { config, context }: Pick<DefinitionsSearch, "config"> & { readonly context: CliContext },
): Promise<SelectedFiles> {
  const { cwd, files } = context;
  const definitions = await findDefinitions(paths, flagged, { config, cwd, files });
  const { others, linted } = definitions;
  if (paths.length > 0 && others.length === 0) {
    return { flows: { paths: [], errors: [], notices: [] }, definitions };
  }
  const flows = await selectFlows(others, config, context);
  const hasOther = paths.length === 0 && linted.length > 0;
  // Whoever only has definitions, such as GitLab itself, has no flows to be missed.
  const errors = flows.errors.filter(({ code }) => !hasOther || code !== "LINT_NOTHING_FOUND");
  return { flows: { ...flows, errors }, definitions };
}
