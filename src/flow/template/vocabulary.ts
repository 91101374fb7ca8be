import type { Filter, Test } from "./callable/callable.ts";
import { indexByName } from "./callable/names.ts";
import * as filterBarrel from "./filters/index.ts";
import { globalValues } from "./runtime/natives/global-object.ts";
import * as testBarrel from "./tests/index.ts";

/** The filters, tests and names that a pass knows. */
export class TemplateVocabulary {
  readonly filters: ReadonlyMap<string, Filter>;
  readonly tests: ReadonlyMap<string, Test>;

  constructor(filters: ReadonlyMap<string, Filter>, tests: ReadonlyMap<string, Test>) {
    this.filters = filters;
    this.tests = tests;
  }

  hasFilter(name: string): boolean {
    return this.filters.has(name);
  }

  hasTest(name: string): boolean {
    return this.tests.has(name);
  }

  hasGlobal(name: string): boolean {
    return globalValues.has(name);
  }
}

const allFilters = indexByName<Filter>(filterBarrel);
const allTests = indexByName<Test>(testBarrel);

/** What the service adds to Jinja2's filters; the first pass over a chat prompt goes without. */
const serviceOnly: ReadonlySet<string> = new Set(["parse_json", "split"]);
const builtIn = new Map([...allFilters].filter(([name]) => !serviceOnly.has(name)));

/** What each pass over a prompt knows. */
export const vocabularies: Readonly<Record<"service" | "chat-partial", TemplateVocabulary>> = {
  service: new TemplateVocabulary(allFilters, allTests),
  "chat-partial": new TemplateVocabulary(builtIn, allTests),
};
