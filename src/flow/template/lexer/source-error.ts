import type { Unit } from "../unit.ts";

/** A mistake in a template that shows before it runs, as Python's exception of that name. */
export class SourceError extends Error {
  readonly type: string;
  readonly at: number;
  /** The template it is in, once that is known. */
  unit: Unit | undefined;

  constructor(type: string, message: string, at: number) {
    super(message);
    this.name = new.target.name;
    this.type = type;
    this.at = at;
  }
}

/** Raises a mistake in the syntax. */
export function failSource(message: string, at: number): never {
  throw new SourceError("TemplateSyntaxError", message, at);
}
