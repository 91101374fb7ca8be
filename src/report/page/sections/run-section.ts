import type { VNode } from "preact";
import type { RunRecord } from "../../../record/index.ts";
import type { Pencil } from "../../charts/index.ts";

/** A run as its sections see it. */
export interface RunView {
  readonly record: RunRecord;
  /** Its place in the report, for ids that are unique on the page. */
  readonly index: number;
  readonly pencil: Pencil;
}

/** A part of the page about one run. */
export interface RunSection {
  /** In kebab-case, unique; with the place of the run the anchor of the section. */
  readonly id: string;
  readonly title: string;
  /** Undefined where there is nothing to say. */
  readonly render: (view: RunView) => VNode | undefined;
}
