import { askItems, type CatalogItem, itemNumber } from "../../src/catalog/index.ts";
import { clip } from "../../src/core/text/clip.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { terminalTable } from "../../src/format/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openInstance } from "../gitlab/open-instance.ts";
import type { CatalogListFlags } from "./catalog-flags.ts";

const schemaVersion = 1;

/** `flowproof catalog list`: the items that an instance has, with the ids to fetch them by. */
export async function catalogList(flags: CatalogListFlags, context: CliContext): Promise<ExitCode> {
  const { client } = await openInstance(flags, context, { needsToken: false });
  const { kind: kinds, search } = flags;
  const items: CatalogItem[] = [];
  for await (const item of askItems({ kinds, search }, client, context.signal)) items.push(item);
  if (flags.format === "json") context.stdout(listDocument(items, client.instance.url));
  else context.stdout(listText(items));
  if (flags.quiet !== true && flags.format === "pretty") {
    context.stderr(
      `${items.length} ${items.length === 1 ? "item" : "items"} on ${client.instance.url}\n`,
    );
  }
  return exitCode.ok;
}

function listDocument(items: readonly CatalogItem[], instance: string): string {
  const entries = items.map(({ id, kind, name, latestReleased, ...item }) => ({
    id: Number(itemNumber(id)),
    kind,
    name,
    description: item.description,
    reference: item.foundationalReference ?? null,
    visibility: item.visibility,
    foundational: item.foundational,
    project: item.project ?? null,
    released: latestReleased?.name ?? null,
  }));
  return jsonDocument({ schemaVersion, instance, items: entries });
}

/** What a person needs in order to choose; the rest is in the JSON document. */
function listText(items: readonly CatalogItem[]): string {
  if (items.length === 0) return "nothing matches\n";
  const columns = ["id", "kind", "name", "released", "reference", "project"];
  const rows = items.map(({ id, kind, name, latestReleased, foundationalReference, project }) =>
    [
      itemNumber(id),
      kind === "third_party_flow" ? "external" : kind,
      clip(name, 40),
      latestReleased?.name ?? "-",
      foundationalReference ?? "-",
      project ?? "-",
    ].map((cell) => printable(cell).replaceAll("\n", " ")),
  );
  return `${terminalTable(
    columns.map((title) => ({ title })),
    rows,
  )}\n`;
}
