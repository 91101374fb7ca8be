import { itemNumber, showItem, type ShownItem } from "../../src/catalog/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { terminalTable } from "../../src/format/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openInstance } from "../gitlab/open-instance.ts";
import type { InstanceFlags } from "./catalog-flags.ts";

const schemaVersion = 1;

/** `flowproof catalog show`: one item with its versions. */
export async function catalogShow(
  number: string,
  flags: InstanceFlags,
  context: CliContext,
): Promise<ExitCode> {
  if (!/^\d{1,18}$/.test(number)) {
    throw new AppError("CATALOG_ITEMS_INVALID", `"${number}" is no id of an item`, {
      hint: "ids are numbers; `flowproof catalog list --search <name>` prints them",
    });
  }
  const { client } = await openInstance(flags, context, { needsToken: false });
  const shown = await showItem(number, client, context.signal);
  context.stdout(flags.format === "json" ? showDocument(shown) : showText(shown));
  return exitCode.ok;
}

function showDocument({ item, versions }: ShownItem): string {
  const document = {
    schemaVersion,
    id: Number(itemNumber(item.id)),
    kind: item.kind,
    name: item.name,
    description: item.description,
    reference: item.foundationalReference ?? null,
    visibility: item.visibility,
    foundational: item.foundational,
    project: item.project ?? null,
    versions: versions.map(({ name, released, releasedAt, deprecated }) => {
      return { version: name, released, releasedAt: releasedAt ?? null, deprecated };
    }),
  };
  return jsonDocument(document);
}

function showText({ item, versions }: ShownItem): string {
  const facts = [
    ["id", itemNumber(item.id)],
    ["kind", item.kind === "third_party_flow" ? "external flow" : item.kind],
    ["reference", item.foundationalReference ?? "-"],
    ["visibility", item.visibility],
    ["project", item.project ?? "-"],
  ];
  const rows = versions.map(({ name, released, releasedAt, deprecated }) => [
    name,
    released ? (releasedAt ?? "released") : "draft",
    deprecated ? "deprecated" : "",
  ]);
  const text = [
    item.name,
    ...(item.description === "" ? [] : [item.description]),
    "",
    ...facts.map(([name = "", value = ""]) => `${name.padEnd(11)} ${value}`),
    "",
    terminalTable([{ title: "version" }, { title: "released" }, { title: "" }], rows),
  ].join("\n");
  return `${printable(text)}\n`;
}
