import { resolve } from "node:path";
import {
  catalogStatus as statusOf,
  emptyLock,
  type ItemState,
  type ItemStatus,
  loadLock,
} from "../../src/catalog/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { terminalTable } from "../../src/format/index.ts";
import { shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openInstance } from "../gitlab/open-instance.ts";
import type { CatalogStatusFlags } from "./catalog-flags.ts";
import { definedItems } from "./defined-items.ts";

const schemaVersion = 1;
/** How many items are asked for at the same time. */
const jobs = 8;

/** `flowproof catalog status`: what is defined, what the instance has, and what is locked. */
export async function catalogStatus(
  flags: CatalogStatusFlags,
  context: CliContext,
): Promise<ExitCode> {
  const { client, config } = await openInstance(flags, context, { needsToken: false });
  const folder = resolve(context.cwd, config.registries.flows[0] ?? "flows");
  const shown = (path: string): string => shownPath(path, context.cwd);
  const [locked, defined] = [
    await loadLock(folder, { files: context.files, shown }),
    await definedItems(flags.definitions, config, context),
  ];
  const items = await statusOf(defined, locked?.lock ?? emptyLock, {
    client,
    jobs,
    signal: context.signal,
  });
  if (flags.format === "json") {
    const document = { schemaVersion, instance: client.instance.url, items: items.map(entryOf) };
    context.stdout(jsonDocument(document));
  } else context.stdout(statusText(items));
  const open = items.filter(({ state }) => !settled.has(state));
  if (open.length === 0) return exitCode.ok;
  if (flags.quiet !== true) {
    context.stderr(`exit 1: ${open.length} of ${items.length} need attention\n`);
  }
  return exitCode.findings;
}

const settled: ReadonlySet<ItemState> = new Set(["current", "shipped"]);

function entryOf({ reference, kind, id, state, locked, released }: ItemStatus): object {
  return {
    reference,
    kind,
    id: id === undefined ? null : Number(id),
    state,
    locked: locked ?? null,
    released: released ?? null,
  };
}

const words: Readonly<Record<ItemState, string>> = {
  current: "current",
  missing: "missing on the instance",
  outdated: "outdated: fetch it again",
  unpinned: "not in the lock: fetch it",
  extra: "in the lock, and defined nowhere",
  unreleased: "has drafts only",
  shipped: "shipped with the service",
};

function statusText(items: readonly ItemStatus[]): string {
  if (items.length === 0) return "nothing is defined and nothing is locked\n";
  const columns = ["reference", "kind", "id", "locked", "released", "state"];
  const rows = items.map(({ reference, kind, id, locked, released, state }) =>
    [
      reference,
      kind === "third_party_flow" ? "external" : kind,
      id ?? "-",
      locked ?? "-",
      released ?? "-",
      words[state],
    ].map((cell) => printable(cell)),
  );
  return `${terminalTable(
    columns.map((title) => ({ title })),
    rows,
  )}\n`;
}
