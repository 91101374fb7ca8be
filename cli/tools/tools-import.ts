import { resolve } from "node:path";
import { type Config, loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { createRedactor } from "../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../src/core/secrets/secret-values.ts";
import { ensureFolder, shownPath, writeAtomic } from "../../src/platform/index.ts";
import {
  acceptTools,
  compareTools,
  readToolsFile,
  type ToolsFile,
  type ToolSource,
  toolsFileEnding,
  toolsFileText,
} from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayNotices } from "../flow/say.ts";
import { toolsFolder } from "../tools-folder.ts";
import { importFromFile } from "./import-from-file.ts";
import { importNotes } from "./import-notes.ts";
import { importDocument, importText, type ImportOutcome } from "./import-text.ts";
import { instanceArguments } from "./instance-arguments.ts";
import type { ToolImport } from "./tool-import.ts";
import type { ToolsImportFlags } from "./tools-flags.ts";

/** `flowproof tools import`: tools of a source in, a file of them and what changed out. */
export async function toolsImport(flags: ToolsImportFlags, context: CliContext): Promise<ExitCode> {
  checkSource(flags);
  const known = secretsOf(flags, context);
  for (const secret of known) context.hide?.(secret);
  const config = await loadConfig(context.cwd, context.files);
  const imported = await orInterrupted(importFrom(flags, config, context), context.signal);
  if (imported === undefined) return exitCode.interrupted;
  const redactor = createRedactor({ known });
  const accepted = acceptTools(imported.tools, {
    redact: (text) => redactor.redact(text),
    mendNames: imported.source.kind === "mcp",
  });
  const notes = [...imported.notes, ...accepted.notes, ...importNotes(imported.source, accepted)];
  if (accepted.tools.length === 0) {
    sayNotices(notes, flags, context);
    throw new AppError("TOOL_IMPORT_INVALID", "there is no tool that could be kept", {
      hint: "a tool has a name of letters, digits, _ and -",
    });
  }
  const source = cleanSource(imported.source, (text) => redactor.redact(text));
  const file: ToolsFile = { schemaVersion: 1, source, tools: accepted.tools };
  const folder = resolve(context.cwd, flags.outputPath ?? toolsFolder(config));
  const path = resolve(folder, `${fileName(flags, imported)}${toolsFileEnding}`);
  const outcome = await write(file, path, { flags, context });
  sayNotices(notes, flags, context);
  context.stdout(
    flags.format === "json"
      ? importDocument(outcome, notes)
      : importText(outcome, { verbose: flags.verbose === true }),
  );
  return exitCode.ok;
}

/** A server says itself how it is called. */
function cleanSource(source: ToolSource, redact: (text: string) => string): ToolSource {
  if (source.kind !== "mcp") return source;
  const { server, version } = source;
  return {
    ...source,
    server: redact(server),
    ...(version !== undefined && { version: redact(version) }),
  };
}

/** A token on the command line is not in the environment. */
function instanceToken(flags: ToolsImportFlags): string | undefined {
  if (flags.fromInstance === undefined) return undefined;
  const { token } = instanceArguments(flags);
  return token === "-" ? undefined : token;
}

/** What must not be kept, whatever a source says: also values that only an MCP server is given. */
function secretsOf(flags: ToolsImportFlags, { env }: CliContext): readonly string[] {
  const token = instanceToken(flags);
  const headers = (flags.mcpHeader ?? []).map((each) => env[each.slice(each.indexOf("=") + 1)]);
  const variables = (flags.mcpEnv ?? []).map((name) => env[name]);
  const given = [token, ...headers, ...variables].filter((value) => value !== undefined);
  return [...secretValuesFromEnv(env), ...given.filter((value) => value.length >= minSecret)];
}

/** What is shorter stands in any text by accident. */
const minSecret = 6;

function checkSource(flags: ToolsImportFlags): void {
  const { fromInstance, fromFile, fromMcp, mcpCommand, mcpUrl } = flags;
  const isMcp = fromMcp === true || mcpCommand !== undefined || mcpUrl !== undefined;
  const given = [fromInstance !== undefined, fromFile !== undefined, isMcp].filter(Boolean).length;
  if (given === 1) return;
  throw new AppError(
    "CLI_USAGE",
    given === 0 ? "no source of tools is named" : "several sources of tools are named",
    { hint: "one of: --from-instance [url] [token], --from-file <path>, --from-mcp" },
  );
}

/** Undefined where the user had no patience with it. */
async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    const result = await work;
    return signal.aborted ? undefined : result;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function importFrom(
  flags: ToolsImportFlags,
  config: Config,
  context: CliContext,
): Promise<ToolImport> {
  if (flags.fromFile !== undefined) return importFromFile(flags.fromFile, context);
  if (flags.fromInstance === undefined) {
    const { importFromMcp } = await import("./import-from-mcp.ts");
    return importFromMcp(flags, context);
  }
  const { importFromInstance } = await import("./import-from-instance.ts");
  return importFromInstance(flags, config, context);
}

/** Sources call themselves what they like: no path, nothing hidden, nothing long. */
function fileName({ name }: ToolsImportFlags, imported: ToolImport): string {
  if (name !== undefined) {
    if (/^[a-z0-9][a-z0-9._-]{0,79}$/i.test(name)) return name;
    throw new AppError("CLI_USAGE", `--name "${name}" is no name of a file`, {
      hint: "letters, digits, dots, _ and -, beginning with a letter or a digit",
    });
  }
  const words = imported.name.toLowerCase().match(/[a-z0-9][a-z0-9._]*/g) ?? [];
  const made = words.join("-").slice(0, 80);
  return made === "" ? imported.source.kind : made;
}

interface WriteSetting {
  readonly flags: ToolsImportFlags;
  readonly context: CliContext;
}

async function write(
  file: ToolsFile,
  path: string,
  { flags, context }: WriteSetting,
): Promise<ImportOutcome> {
  const shown = shownPath(path, context.cwd);
  const before = await context.files.read(path);
  const previous = before === undefined ? undefined : await readToolsFile(before, shown);
  if (previous !== undefined) checkSameSource(previous, file, shown);
  const text = toolsFileText(file);
  const changed = text !== before;
  const written = changed && flags.dryRun !== true;
  if (written) {
    await ensureFolder(resolve(path, ".."));
    await writeAtomic(path, text);
  }
  const changes = compareTools(previous?.tools ?? [], file.tools);
  return { path: shown, file, changes, isNew: previous === undefined, changed, written };
}

/** Two sources with one name would take turns in it. */
function checkSameSource(previous: ToolsFile, next: ToolsFile, shown: string): void {
  const before = sourceName(previous.source);
  const now = sourceName(next.source);
  if (before === now) return;
  throw new AppError(
    "TOOL_IMPORT_INVALID",
    `${shown} holds the tools of ${before}, not of ${now}`,
    {
      hint: "give this import another name with --name, or remove the file",
    },
  );
}

function sourceName(source: ToolsFile["source"]): string {
  switch (source.kind) {
    case "instance":
      return `the instance ${source.url}`;
    case "mcp":
      return `the MCP server ${source.server}`;
    case "file":
    default:
      return "a file";
  }
}
