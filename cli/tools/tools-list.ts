import { loadConfig } from "../../src/config/index.ts";
import { clip } from "../../src/core/text/clip.ts";
import { foldWhitespace } from "../../src/core/text/fold-whitespace.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { terminalTable } from "../../src/format/index.ts";
import { count } from "../../src/report/index.ts";
import type { CatalogTool } from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openToolCatalog } from "../tools-folder.ts";
import { listedTool } from "./tool-document.ts";
import type { ToolsListFlags } from "./tools-flags.ts";

/** `flowproof tools list`: the tools that are known here, and whose words describe them. */
export async function toolsList(flags: ToolsListFlags, context: CliContext): Promise<ExitCode> {
  const catalog = await openToolCatalog(await loadConfig(context.cwd, context.files), context);
  const all = catalog.names.flatMap((name) => catalog.tool(name) ?? []);
  const tools = all.filter((tool) => isWanted(tool, flags));
  if (flags.format === "json") {
    const listed = tools.map(listedTool);
    context.stdout(jsonDocument({ schemaVersion: 1, tools: listed }));
    return exitCode.ok;
  }
  if (tools.length > 0) context.stdout(`${listText(tools)}\n`);
  if (flags.quiet !== true) {
    const imported = tools.filter(({ source }) => source !== undefined).length;
    context.stderr(`${count(tools.length, "tool")}, ${imported} imported\n`);
  }
  return exitCode.ok;
}

function isWanted(tool: CatalogTool, { search, origin }: ToolsListFlags): boolean {
  if (origin !== undefined && tool.origin !== origin) return false;
  const words = search?.toLowerCase().split(/\s+/) ?? [];
  const text = `${tool.name} ${tool.description} ${tool.summary}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const maxDescription = 60;

function listText(tools: readonly CatalogTool[]): string {
  const columns = ["tool", "described by", "effect", "description"].map((title) => ({ title }));
  const rows = tools.map((tool) => [
    tool.name,
    tool.source ?? "flowproof",
    tool.effect ?? "unknown",
    clip(printable(foldWhitespace(tool.description)), maxDescription),
  ]);
  return terminalTable(columns, rows);
}
