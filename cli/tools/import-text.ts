import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { count } from "../../src/report/index.ts";
import { bundledTools, type ToolChanges, type ToolsFile } from "../../src/tools/index.ts";

/** What an import came to. */
export interface ImportOutcome {
  readonly path: string;
  readonly file: ToolsFile;
  readonly changes: ToolChanges;
  readonly isNew: boolean;
  /** Whether the file is another than before. */
  readonly changed: boolean;
  readonly written: boolean;
}

/** What a person reads of an import: what changed against the one before. */
export function importText(
  { path, file, changes, isNew, changed, written }: ImportOutcome,
  { verbose }: { readonly verbose: boolean },
): string {
  const { added, removed } = changes;
  const others = file.tools.filter(({ name }) => bundledTools.tool(name) === undefined).length;
  const kinds = `${file.tools.length - others} of the service, ${count(others, "other")}`;
  const end = written ? "written" : changed ? "not written" : "nothing changed";
  const lines = [
    ...(isNew && !verbose ? [] : added.map((name) => `added    ${name}`)),
    ...removed.map((name) => `removed  ${name}`),
    ...changes.changed.map((change) => `changed  ${change.name} (${partsOf(change).join(", ")})`),
    `${path}: ${count(file.tools.length, "tool")}, ${kinds}; ${end}`,
  ];
  return `${printable(lines.join("\n"))}\n`;
}

/** The document of `tools import --format json`. */
export function importDocument(
  { path, file, changes, changed, written }: ImportOutcome,
  notes: readonly string[],
): string {
  const document = {
    schemaVersion: 1,
    path,
    source: file.source,
    tools: file.tools.length,
    changed,
    written,
    differences: {
      added: changes.added,
      removed: changes.removed,
      changed: changes.changed.map((change) => ({ name: change.name, parts: partsOf(change) })),
    },
    notes,
  };
  return jsonDocument(document);
}

function partsOf({ description, schema }: ToolChanges["changed"][number]): readonly string[] {
  return [...(description ? ["description"] : []), ...(schema ? ["schema"] : [])];
}
