import type { YamlFile } from "../../../yaml/index.ts";
import type { CatalogFile } from "./catalog-file.ts";

/** A file of a catalog that has the form of one, and knows where its values stand. */
export interface PlacedCatalog {
  readonly yaml: YamlFile;
  readonly catalog: CatalogFile;
}
