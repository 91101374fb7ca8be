import type { Shape } from "./shape.ts";

/** A value that is there. */
export interface FoundValue {
  readonly found: true;
  readonly shape: Shape;
  /** The component that writes it; undefined for what is there from the start. */
  readonly producer?: string;
  /** What is null together with it, and not null together with it. */
  readonly group?: string;
}

/** Why nothing can be there. */
export interface MissingValue {
  readonly found: false;
  /** `category` is not declared, `field` is not declared for its category, `output` nobody writes. */
  readonly why: "category" | "field" | "output";
  /** Ends a message: `which no component writes`. */
  readonly message: string;
  readonly hint: string;
  /** Reading it fails even where it is optional. */
  readonly always?: boolean;
}

/** What is found at a path of the state, or why nothing can be. */
export type StateReading = FoundValue | MissingValue;
