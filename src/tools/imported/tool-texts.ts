import type { ToolCatalog } from "../tool-catalog.ts";
import type { ToolSpec } from "../tool-spec.ts";

/** How many of the tools that models are offered are described by us instead of by the service. */
export interface ToolTexts {
  readonly total: number;
  /** Described by our short summaries. */
  readonly summarized: number;
  /** Described by their source, which does not say what arguments they take. */
  readonly ownSchema: number;
}

/**
 * Counts the tools of some names, each once. Those that a suite declares are as it says, and what does not
 * exist is not offered.
 */
export function countToolTexts(
  names: Iterable<string>,
  {
    catalog,
    isDeclared,
  }: {
    readonly catalog: ToolCatalog;
    readonly isDeclared: (name: string) => boolean;
  },
): ToolTexts {
  const tools = [...new Set(names)].flatMap((name): TextOrigins | readonly [] =>
    isDeclared(name) ? declared : (catalog.tool(name) ?? []),
  );
  const summarized = tools.filter(({ origin }) => origin === "summary");
  const ownSchema = tools.filter(
    ({ origin, schemaOrigin }) => origin !== "summary" && schemaOrigin === "summary",
  );
  return {
    total: tools.length,
    summarized: summarized.length,
    ownSchema: ownSchema.length,
  };
}

interface TextOrigins {
  readonly origin: ToolSpec["origin"];
  readonly schemaOrigin: "summary" | "imported";
}

const declared: TextOrigins = { origin: "suite", schemaOrigin: "imported" };

/** Whether a model reads something else about its tools than the service would tell it. */
export function isSummarized({ summarized, ownSchema }: ToolTexts): boolean {
  return summarized + ownSchema > 0;
}
