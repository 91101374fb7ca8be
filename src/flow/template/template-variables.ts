import { normalizeSource } from "./lexer/normalize-source.ts";
import { createReader } from "./load-template.ts";
import type { Program } from "./program/run.ts";
import { raise } from "./python-exception.ts";
import type { TemplateOptions } from "./template-options.ts";
import { toTemplateError } from "./to-template-error.ts";
import type { Unit } from "./unit.ts";

/**
 * The variables that a template, and every template it names, may look up: sorted. It is what the
 * service wants to be given before it renders. Throws a `TemplateError` for a template that cannot
 * be read, and for one that is named and not there.
 *
 * @example
 * templateVariables("{% if a %}{{ b.c }}{% endif %}"); // ["a", "b"]
 */
export function templateVariables(
  source: string,
  options: Pick<TemplateOptions, "files" | "limits"> = {},
): string[] {
  const reader = createReader(options);
  const names = new Set<string>();
  const visited = new Set<string>();
  let unit: Unit = { name: undefined, source: normalizeSource(source) };
  const visit = (program: Program): void => {
    ({ unit } = program);
    for (const name of program.undeclared) names.add(name);
    for (const name of program.references) {
      if (visited.has(name)) continue;
      visited.add(name);
      visit(reader.load?.(name) ?? raise("TemplateNotFound", name));
    }
  };
  try {
    visit(reader.readText(source));
  } catch (error) {
    throw toTemplateError(error, { unit, at: 0 });
  }
  return [...names].toSorted();
}
