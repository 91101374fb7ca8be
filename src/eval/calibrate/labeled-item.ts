import type { Label } from "./label.ts";

/** What people say of one criterion and one answer. */
export interface LabeledItem {
  /** The same for all labels of it. */
  readonly key: string;
  readonly criterion: string;
  /** What belongs together and is not independent: the case in its run, or the answer given. */
  readonly unit: string;
  /** By person, sorted; one opinion each. */
  readonly opinions: ReadonlyMap<string, boolean>;
}

/** A label whose subject was found. */
export interface FoundLabel {
  readonly label: Label;
  readonly key: string;
  readonly criterion: string;
  readonly unit: string;
  readonly met: boolean;
}
