import type { AppError } from "../../../core/errors/app-error.ts";
import type { Files } from "../../../core/files.ts";
import { schemaErrors } from "../../../schema/index.ts";
import type { CatalogFile, CatalogFileItem, CatalogFileVersion } from "./catalog-file.ts";
import type { PlacedCatalog } from "./placed-catalog.ts";

interface Source {
  readonly folder: string;
  readonly files: Files;
}

/** Puts the texts that a catalog names by file into it; what cannot be read is added to the errors. */
export async function withTexts(
  { yaml, catalog }: PlacedCatalog,
  source: Source,
  errors: AppError[],
): Promise<CatalogFile> {
  const items: CatalogFileItem[] = [];
  for (const [index, item] of (catalog.items ?? []).entries()) {
    const versions: CatalogFileVersion[] = [];
    for (const [at, version] of (item.versions ?? []).entries()) {
      const read = async (key: "definition_file" | "config_file"): Promise<string | undefined> => {
        const name = version[key];
        if (name === undefined) return undefined;
        const text = await readBelow(name, source);
        if (typeof text === "string") return text;
        const problem = {
          path: ["items", index, "versions", at, key],
          atKey: false,
          message: text.refused,
          hint: `write a path below ${source.folder}, with slashes`,
        };
        errors.push(...schemaErrors([problem], yaml, "SIMULATOR_CATALOG_INVALID"));
        return undefined;
      };
      const definition = await read("definition_file");
      const config = await read("config_file");
      versions.push({
        ...version,
        ...(definition !== undefined && { definition }),
        ...(config !== undefined && { config }),
      });
    }
    items.push({ ...item, ...(item.versions !== undefined && { versions }) });
  }
  return { ...catalog, items };
}

/** A file may name texts below its folder only, also by way of links. */
async function readBelow(
  name: string,
  { folder, files }: Source,
): Promise<string | { readonly refused: string }> {
  if (name.startsWith("/") || name.includes("\\") || name.split("/").includes("..")) {
    return { refused: `"${name}" leads out of the folder of the catalog` };
  }
  const path = `${folder}/${name}`;
  const [root, real] = [await files.realPath?.(folder), await files.realPath?.(path)];
  if (root !== undefined && real !== undefined && !real.startsWith(`${root}/`)) {
    return { refused: `"${name}" is a link that leads out of the folder of the catalog` };
  }
  const text = await files.read(path);
  return text ?? { refused: `there is no file "${name}"` };
}
