import type { DefinedItem } from "../../src/catalog/index.ts";
import type { Config } from "../../src/config/index.ts";
import { type Definition, referenceOf, textOf } from "../../src/flow/index.ts";
import type { CliContext } from "../context.ts";
import { findDefinitions } from "../lint/definitions/find-definitions.ts";
import { readDefinitionFiles } from "../lint/definitions/load-definitions.ts";

/** What the files of definitions define; undefined where there are none. */
export async function definedItems(
  flagged: readonly string[] | undefined,
  config: Config,
  context: CliContext,
): Promise<readonly DefinedItem[] | undefined> {
  const { cwd, files } = context;
  const { known } = await findDefinitions([], flagged, { config, cwd, files });
  if (known.length === 0) return undefined;
  const read = await readDefinitionFiles(known, context);
  return read.flatMap(({ definitions }) => definitions.flatMap(definedItem));
}

function definedItem(definition: Definition): readonly DefinedItem[] {
  const reference = referenceOf(definition)?.reference;
  if (reference === undefined) return [];
  const id = definition.attributes.get("global_catalog_id")?.value;
  const catalogId = typeof id === "number" ? id : undefined;
  return [{ reference, kind: definition.kind, catalogId }];
}

/** Names and descriptions as the definitions have them, by reference. */
export async function definedNames(
  config: Config,
  context: CliContext,
): Promise<ReadonlyMap<string, { readonly name?: string; readonly description?: string }>> {
  const { cwd, files } = context;
  const { known } = await findDefinitions([], undefined, { config, cwd, files });
  const read = known.length === 0 ? [] : await readDefinitionFiles(known, context);
  return new Map(
    read.flatMap(({ definitions }) =>
      definitions.flatMap((definition) => {
        const { attributes, kind } = definition;
        const reference = referenceOf(definition)?.reference;
        const name = textOf(attributes.get(kind === "agent" ? "name" : "display_name"));
        const description = textOf(attributes.get("description"));
        if (reference === undefined) return [];
        const said = {
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
        };
        return [[reference, said] as const];
      }),
    ),
  );
}
