import type { Position } from "../../../core/position.ts";

/** A stretch of one line of a template. */
export interface TemplateSpot {
  readonly position: Position;
  readonly length: number;
}

/** A name, an attribute, a filter or a tag, and where it stands. */
export interface NamedSpot extends TemplateSpot {
  readonly name: string;
}

/** `value.name`. */
export interface AttributeUse extends NamedSpot {
  /** What stands before the dot, where that is a variable: `issue` in `issue.title`. */
  readonly variable: string | undefined;
}

/** A place where it matters that a variable is null. */
export interface NullUse extends NamedSpot {
  /** `print` puts the word `None` into the text, `fail` ends the run. */
  readonly effect: "print" | "fail";
  /** Variables of which the template has made sure, around this place, that they are not null. */
  readonly guards: ReadonlySet<string>;
}

/** What stands in a template, as far as it can go wrong when it is rendered. */
export interface TemplateFacts {
  /** Calls by the name of what is called, which the service all refuses. */
  readonly calls: readonly NamedSpot[];
  /** `*` and `**`, which it refuses too. */
  readonly multiplications: readonly NamedSpot[];
  /** Look-ups by a dot that are not called. */
  readonly attributes: readonly AttributeUse[];
  /** Names that are read, but for those that are called or that the template gives a value itself. */
  readonly names: readonly NamedSpot[];
  readonly filters: readonly NamedSpot[];
  /** Tags that name another template. */
  readonly references: readonly NamedSpot[];
  readonly nullUses: readonly NullUse[];
}
