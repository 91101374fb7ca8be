import {
  type CompileOptions,
  compileTemplate,
  type TemplateSource,
} from "./program/compile-template.ts";
import type { Program } from "./program/run.ts";

/**
 * Templates are rendered again and again, so the last ones are kept; together no larger than this.
 * A program takes up to a hundred bytes for a character of its template.
 */
const maxPrograms = 200;
const maxChars = 300_000;
/** Longer templates are compiled each time. */
const maxTemplateChars = 100_000;

/** Compiled templates by their text, the one used last at the end. */
export class ProgramCache {
  private readonly programs = new Map<string, Program>();
  private chars = 0;

  compile(template: TemplateSource, options: CompileOptions): Program {
    const key = JSON.stringify([
      Object.values(options.limits),
      template.name ?? null,
      template.text,
    ]);
    const known = this.programs.get(key);
    if (known !== undefined) {
      this.programs.delete(key);
      this.programs.set(key, known);
      return known;
    }
    const program = compileTemplate(template, options);
    if (key.length > maxTemplateChars) return program;
    this.programs.set(key, program);
    this.chars += key.length;
    this.shrink();
    return program;
  }

  private shrink(): void {
    for (const key of this.programs.keys()) {
      if (this.programs.size <= maxPrograms && this.chars <= maxChars) return;
      this.programs.delete(key);
      this.chars -= key.length;
    }
  }
}
