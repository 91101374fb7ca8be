import { loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import type { CatalogTool } from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openToolCatalog } from "../tools-folder.ts";
import { toolDocument } from "./tool-document.ts";
import type { ToolsShowFlags } from "./tools-flags.ts";

/** `flowproof tools show`: one tool as a model would read it, and what else is known of it. */
export async function toolsShow(
  name: string,
  flags: ToolsShowFlags,
  context: CliContext,
): Promise<ExitCode> {
  const catalog = await openToolCatalog(await loadConfig(context.cwd, context.files), context);
  const tool = catalog.tool(name);
  if (tool === undefined) {
    throw new AppError("TOOL_UNKNOWN", `there is no tool "${name}"`, {
      hint: didYouMean(name, catalog.names),
    });
  }
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, ...toolDocument(tool) })
      : showText(tool),
  );
  return exitCode.ok;
}

function showText(tool: CatalogTool): string {
  const facts = factsOf(tool).map(([title, value]) => `${title.padEnd(13)}${value}`);
  const schema = JSON.stringify(tool.inputSchema, undefined, 2);
  const parts = [tool.name, tool.description, facts.join("\n"), `arguments\n${schema}`];
  return `${printable(parts.join("\n\n"))}\n`;
}

function factsOf(tool: CatalogTool): readonly (readonly [title: string, value: string])[] {
  const { origin, schemaOrigin, source = "", privileges, alwaysEnabled, capability } = tool;
  const ours = "flowproof, not by the service";
  const enabled = alwaysEnabled ? "always" : privileges.join(", ");
  const flags = [
    ...(tool.experimental ? ["experimental"] : []),
    ...(tool.deprecated ? ["deprecated"] : []),
    ...(tool.executable ? [] : ["offered, but executed by nothing"]),
  ];
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["described by", origin === "imported" ? source : ours],
    ["schema by", schemaOrigin === "imported" ? source : schemaByUs(tool, ours)],
    ["effect", tool.effect ?? "unknown"],
    ["scope", tool.effect === undefined ? "unknown" : tool.scope],
    ["privileges", enabled === "" ? undefined : enabled],
    ["capability", capability],
    ["license", tool.license],
    ["since", tool.minGitlabVersion && `GitLab ${tool.minGitlabVersion}`],
    ["needs one of", oneOfText(tool)],
    ["presets", tool.optionKeys.join(", ")],
    ["status", flags.join(", ")],
  ];
  return rows.flatMap(([title, value]) =>
    value === undefined || value === "" ? [] : [[title, value] as const],
  );
}

/** A tool that only an instance names has no schema that anybody knows. */
function schemaByUs({ summary }: CatalogTool, ours: string): string {
  return summary === "" ? "nobody: it takes what it is given" : ours;
}

function oneOfText({ needsOneOf }: CatalogTool): string {
  return needsOneOf.map((set) => set.join(" with ")).join(", or ");
}
