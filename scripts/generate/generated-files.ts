import { checksPage } from "./checks-page.ts";
import { configPage } from "./config-page.ts";
import { type EditorSchema, type Format, schemaFileName } from "./format.ts";
import { rulePages } from "./rule-pages.ts";
import { schemaText } from "./schema-text.ts";
import { validatorIndex } from "./validator-index.ts";
import { validatorModule } from "./validator-module.ts";

/** A file that follows from the formats: its path in the repository, and what it holds. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What is committed: schemas for editors, pages for readers. */
export function committedFiles(editorSchemas: readonly EditorSchema[]): readonly GeneratedFile[] {
  const schemas = editorSchemas.map((format) => ({
    path: `schemas/${schemaFileName(format)}`,
    text: schemaText(format),
  }));
  return [...schemas, checksPage(), configPage(), ...rulePages()];
}

/** What the package validates with; made anew by every build. */
export function validatorFiles(formats: readonly Format[]): readonly GeneratedFile[] {
  const folder = "src/schema/generated";
  return [
    { path: `${folder}/index.ts`, text: validatorIndex(formats) },
    ...formats.map((format) => ({
      path: `${folder}/${format.id}.ts`,
      text: validatorModule(format),
    })),
  ];
}
