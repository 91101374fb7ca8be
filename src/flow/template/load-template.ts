import { ProgramCache } from "./program-cache.ts";
import type { CompileOptions } from "./program/compile-template.ts";
import type { Program } from "./program/run.ts";
import type { ProgramLoader } from "./runtime/load-program.ts";
import { Runtime } from "./runtime/runtime.ts";
import { defaultTemplateLimits } from "./template-limits.ts";
import type { TemplateOptions, TemplatePass } from "./template-options.ts";
import { type TemplateVocabulary, vocabularies } from "./vocabulary.ts";

const caches: Readonly<Record<TemplatePass, ProgramCache>> = {
  service: new ProgramCache(),
  "chat-partial": new ProgramCache(),
};

/** What reads templates with some options. */
export interface TemplateReader {
  /** Undefined names are written out again when they are printed. */
  readonly debugUndefined: boolean;
  readonly vocabulary: TemplateVocabulary;
  readonly limits: CompileOptions["limits"];
  readText(text: string): Program;
  /** Reads a template that others name; absent where nothing can be named. */
  readonly load: ProgramLoader | undefined;
}

/** Reads templates within the limits and with the vocabulary of the options. */
export function createReader(options: TemplateOptions): TemplateReader {
  const { pass = "service", files } = options;
  const vocabulary = vocabularies[pass];
  const limits = { ...defaultTemplateLimits, ...options.limits };
  const debugUndefined = pass === "chat-partial";
  const compileOptions: CompileOptions = {
    vocabulary,
    limits,
    createHost: (unit, budget) => {
      return new Runtime({ unit, budget, vocabulary, debugUndefined, loader: undefined });
    },
  };
  const read = (name: string | undefined, text: string): Program => {
    return caches[pass].compile({ name, text }, compileOptions);
  };
  const load: ProgramLoader = (name) => {
    const path = templatePath(name);
    const text = path === undefined ? undefined : files?.(path);
    return text === undefined ? undefined : read(name, text);
  };
  return {
    debugUndefined,
    vocabulary,
    limits,
    readText: (text) => read(undefined, text),
    load: pass === "service" ? load : undefined,
  };
}

/**
 * The name under which a template is looked for: cut as the service's loader cuts it, so that no
 * name leads out of the folder.
 */
function templatePath(name: string): string | undefined {
  const segments = name.split("/");
  if (segments.includes("..") || name.includes("\u0000")) return undefined;
  return segments.filter((segment) => segment !== "" && segment !== ".").join("/");
}
