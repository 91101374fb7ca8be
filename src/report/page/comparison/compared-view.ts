import type { VNode } from "preact";
import type { Pencil } from "../../charts/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";

/** A comparison as the sections of its page see it. */
export interface ComparedView extends ComparisonInput {
  readonly pencil: Pencil;
  /** Where a case is shown; undefined where its transcripts are not in the page. */
  readonly linkTo: (name: string) => string | undefined;
}

/** A part of the page about two systems. */
export interface ComparedSection {
  /** In kebab-case, unique; the anchor of the section. */
  readonly id: string;
  readonly title: string;
  /** Undefined where there is nothing to say. */
  readonly render: (view: ComparedView) => VNode | undefined;
}
