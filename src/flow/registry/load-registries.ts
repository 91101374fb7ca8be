import { AppError, AppErrors, throwAll } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { findPrompt, findResponseSchema, type Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { Prompt } from "../model/prompt.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";
import { readRegistryPrompt } from "../read/read-registry-prompt.ts";
import { type ConfinedFiles, confinedFiles } from "./confined-files.ts";
import { loadIncludes } from "./load-includes.ts";
import { readRegistrySchema } from "./read-registry-schema.ts";
import type { RegistrySources } from "./registry-sources.ts";
import { type FileSelection, selectFile, type VersionedFile } from "./select-file.ts";

/** What a flow needs of the registries, read, so that a run does not wait for files. */
export interface FlowRegistries {
  prompt(id: string, version: string): Prompt | undefined;
  responseSchema(id: string, version: string): ResponseSchemaEntry | undefined;
  /** Text of a file that a template includes or extends. */
  template(name: string): string | undefined;
}

/**
 * Reads everything that a flow names by version, and the files that its templates include. Without any
 * folder of a kind there is nothing to find, which whoever needs it says; with one, what is missing is an error.
 */
export async function loadRegistries(
  flow: Flow,
  sources: RegistrySources,
): Promise<FlowRegistries> {
  const folders = {
    prompts: sources.prompts.map(withoutSlash),
    responseSchemas: sources.responseSchemas.map(withoutSlash),
  };
  const files = confinedFiles(sources.files, [...folders.prompts, ...folders.responseSchemas]);
  const confined = { ...folders, files };
  const loader = new RegistryLoader(flow, confined);
  for (const component of flow.components) {
    if (!("promptId" in component)) continue;
    const { promptId: id, promptVersion } = component;
    if (promptVersion !== undefined) {
      await loader.prompt({ id, query: promptVersion, extension: ".yml" }, component);
    }
    if (component.type !== "AgentComponent") continue;
    const { responseSchemaId, responseSchemaVersion: query } = component;
    if (responseSchemaId === undefined || query === undefined) continue;
    if (findResponseSchema(flow, responseSchemaId) !== undefined) continue;
    await loader.schema({ id: responseSchemaId, query, extension: ".json" }, component);
  }
  throwAll(loader.errors);
  const templates = await loadIncludes(loader.texts(), confined);
  const { prompts, schemas } = loader;
  return {
    prompt: (id, version) => prompts.get(keyOf(id, version)),
    responseSchema: (id, version) => schemas.get(keyOf(id, version)),
    template: (name) => templates.get(name),
  };
}

function withoutSlash(folder: string): string {
  return folder.replace(/[/\\]+$/, "");
}

function keyOf(id: string, version: string): string {
  return `${id}@${version}`;
}

type ConfinedSources = RegistrySources & { readonly files: ConfinedFiles };

class RegistryLoader {
  readonly prompts = new Map<string, Prompt>();
  readonly schemas = new Map<string, ResponseSchemaEntry>();
  readonly errors: AppError[] = [];
  private readonly flow: Flow;
  private readonly sources: ConfinedSources;

  constructor(flow: Flow, sources: ConfinedSources) {
    this.flow = flow;
    this.sources = sources;
  }

  async prompt(wanted: VersionedFile, component: Located): Promise<void> {
    const { prompts: folders } = this.sources;
    const codes = {
      unknown: "FLOW_PROMPT_NOT_FOUND",
      noVersion: "FLOW_PROMPT_VERSION_NOT_FOUND",
    } as const;
    const keys = { id: "prompt_id", version: "prompt_version" };
    await this.load(this.prompts, {
      wanted,
      component,
      folders,
      codes,
      keys,
      what: "prompt",
      read: readRegistryPrompt,
    });
  }

  async schema(wanted: VersionedFile, component: Located): Promise<void> {
    const { responseSchemas: folders } = this.sources;
    const codes = {
      unknown: "FLOW_RESPONSE_SCHEMA_NOT_FOUND",
      noVersion: "FLOW_RESPONSE_SCHEMA_NOT_FOUND",
    } as const;
    const keys = { id: "response_schema_id", version: "response_schema_version" };
    await this.load(this.schemas, {
      wanted,
      component,
      folders,
      codes,
      keys,
      what: "response schema",
      read: readRegistrySchema,
    });
  }

  /** Every text that may include a file. */
  texts(): readonly string[] {
    const own = this.flow.components.flatMap((component) => {
      if (component.type === "HumanInputComponent") return [component.messageTemplate];
      if (!("promptId" in component) || component.promptVersion !== undefined) return [];
      return textsOf(findPrompt(this.flow, component.promptId));
    });
    return [...own, ...[...this.prompts.values()].flatMap(textsOf)];
  }

  private async load<T>(into: Map<string, T>, kind: Kind<T>): Promise<void> {
    const { wanted, folders, read } = kind;
    const key = keyOf(wanted.id, wanted.query);
    if (folders.length === 0 || into.has(key)) return;
    const { files } = this.sources;
    try {
      const selection = await selectFile(wanted, folders, files);
      if (!selection.found) {
        this.errors.push(await this.notFound(selection, kind));
        return;
      }
      into.set(key, read((await files.read(selection.path)) ?? "", selection.path, wanted.id));
    } catch (error) {
      if (error instanceof AppErrors) this.errors.push(...error.errors);
      else if (error instanceof AppError) this.errors.push(error);
      else throw error;
    }
  }

  private async notFound<T>(selection: FileSelection, kind: Kind<T>): Promise<AppError> {
    const { wanted, component, folders, codes, keys, what } = kind;
    const versions = selection.found ? [] : selection.versions;
    const isUnknown = versions.length === 0;
    const at = [...component.at, isUnknown ? keys.id : keys.version];
    const place = { file: this.flow.file, ...(this.flow.rangeOf(at) ?? component.range).start };
    if (!isUnknown) {
      const message = `no version of the ${what} "${wanted.id}" satisfies "${wanted.query}"`;
      return new AppError(codes.noVersion, message, {
        place,
        hint: `there is ${versions.join(", ")}`,
      });
    }
    const known = await Promise.all(folders.map((folder) => this.known(folder, wanted.extension)));
    const message = `there is no ${what} "${wanted.id}" in ${folders.join(", ")}`;
    return new AppError(codes.unknown, message, {
      place,
      hint: didYouMean(wanted.id, known.flat()),
    });
  }

  /** What a folder has versions of; beside that there may be files that templates include. */
  private async known(folder: string, extension: string): Promise<readonly string[]> {
    const { files } = this.sources;
    const names = await files.list(folder);
    const versions = await Promise.all(names.map((name) => files.list(`${folder}/${name}/base`)));
    return names.filter((_, index) => versions[index]?.some((file) => file.endsWith(extension)));
  }
}

interface Kind<T> {
  readonly wanted: VersionedFile;
  readonly component: Located;
  readonly folders: readonly string[];
  readonly codes: { readonly unknown: AppError["code"]; readonly noVersion: AppError["code"] };
  readonly keys: { readonly id: string; readonly version: string };
  readonly what: string;
  readonly read: (text: string, file: string, id: string) => T;
}

function textsOf(prompt: Prompt | undefined): readonly string[] {
  return prompt?.entries.flatMap(({ role, texts }) => (role === "placeholder" ? [] : texts)) ?? [];
}
