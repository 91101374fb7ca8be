import type * as PlotLibrary from "@observablehq/plot";
import type { PlotOptions } from "@observablehq/plot";

/** A drawn chart, with what stands around it. */
export interface Chart {
  readonly title: string;
  /** An element for the page, with title and description inside; every text in it is escaped. */
  readonly svg: string;
  /** What a reader must know beside it: what was left out, on what scale it is. */
  readonly notes: readonly string[];
}

/** What a chart says in words. */
export interface ChartWords {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** The facts that it shows, for who does not see it. */
  readonly description: string;
  readonly notes?: readonly string[];
}

/** Draws charts as SVG that needs neither script nor style of its own. */
export interface Pencil {
  /** Makes marks and scales for {@link Pencil.draw}. */
  readonly plot: typeof PlotLibrary;
  /** The same bytes for the same figure. */
  readonly draw: (figure: PlotOptions, words: ChartWords) => Chart;
}
