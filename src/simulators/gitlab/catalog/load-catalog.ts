import { AppError, throwAll } from "../../../core/errors/app-error.ts";
import type { Files } from "../../../core/files.ts";
import { schemaErrors, validateFormat } from "../../../schema/index.ts";
import { readYaml, yamlErrors } from "../../../yaml/index.ts";
import type { CatalogFile } from "./catalog-file.ts";
import { checkReferences } from "./check-references.ts";
import type { PlacedCatalog } from "./placed-catalog.ts";
import { withTexts } from "./with-texts.ts";

/**
 * Reads the files of a folder as one instance, with the texts that they name.
 *
 * @throws AppError or AppErrors with everything that is wrong, each with its place.
 */
export async function loadCatalog(folder: string, files: Files): Promise<CatalogFile> {
  const names = (await files.list(folder)).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) {
    throw new AppError("SIMULATOR_CATALOG_EMPTY", `no .yml file in ${folder}`, {
      hint: "give the folder that holds the catalog's files; docs/simulate-gitlab.md shows one",
    });
  }
  const read: PlacedCatalog[] = [];
  const errors: AppError[] = [];
  for (const name of names) {
    const path = `${folder}/${name}`;
    const yaml = readYaml((await files.read(path)) ?? "", path);
    const broken = yamlErrors(yaml.problems, path);
    const problems = broken.length > 0 ? [] : await validateFormat("catalog", yaml.value);
    const wrong = [...broken, ...schemaErrors(problems, yaml, "SIMULATOR_CATALOG_INVALID")];
    errors.push(...wrong);
    if (wrong.length === 0 && isChecked(yaml.value)) read.push({ yaml, catalog: yaml.value });
  }
  // What is said elsewhere cannot be known while a file cannot be read.
  throwAll(errors);
  throwAll(checkReferences(read));
  const whole: CatalogFile[] = [];
  for (const placed of read) whole.push(await withTexts(placed, { folder, files }, errors));
  throwAll(errors);
  return mergeCatalogs(whole);
}

/** Says what the schema has said. */
function isChecked(value: unknown): value is CatalogFile {
  return typeof value === "object" && value !== null;
}

/** Several files as one; of what there is one of only, the last holds. */
function mergeCatalogs(catalogs: readonly CatalogFile[]): CatalogFile {
  const chats = catalogs.flatMap(({ duo_chat: chat }) => chat ?? []);
  return {
    instance: Object.assign({}, ...catalogs.map(({ instance }) => instance)),
    users: catalogs.flatMap(({ users = [] }) => users),
    tokens: catalogs.flatMap(({ tokens = [] }) => tokens),
    projects: catalogs.flatMap(({ projects = [] }) => projects),
    groups: catalogs.flatMap(({ groups = [] }) => groups),
    tools: catalogs.flatMap(({ tools = [] }) => tools),
    items: catalogs.flatMap(({ items = [] }) => items),
    consumers: catalogs.flatMap(({ consumers = [] }) => consumers),
    foundational_agents: catalogs.flatMap(({ foundational_agents: agents = [] }) => agents),
    ...(chats.length > 0 && {
      duo_chat: {
        ...Object.assign({}, ...chats),
        replies: chats.flatMap(({ replies = [] }) => replies),
      },
    }),
  };
}
