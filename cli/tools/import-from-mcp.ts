import { askMcpTools, type McpServer } from "../../src/catalog/index.ts";
import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import { isJsonObject, type JsonValue } from "../../src/core/json.ts";
import { pooledFetch, proxiesOf } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import type { ToolImport } from "./tool-import.ts";
import type { ToolsImportFlags } from "./tools-flags.ts";

/** The tools of an MCP server, which is started, or asked at its address. */
export async function importFromMcp(
  flags: ToolsImportFlags,
  context: CliContext,
): Promise<ToolImport> {
  const server = mcpServer(flags, context);
  const answer = await askMcpTools(server, {
    timeoutMs: flags.timeout * 1000,
    signal: context.signal,
    version: context.versions.flowproof,
  });
  const { transport } = server;
  return {
    source: {
      kind: "mcp",
      transport,
      server: answer.server,
      ...(answer.version !== undefined && { version: answer.version }),
    },
    name: answer.server,
    tools: answer.tools.map(({ name, title, description, inputSchema, outputSchema }) => ({
      name,
      title,
      description,
      inputSchema: asJson(inputSchema),
      resultSchema: asJson(outputSchema),
    })),
    notes: [],
  };
}

/** It came as JSON, which the SDK's types no longer say. */
function asJson(value: unknown): JsonValue | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the SDK from a JSON text
  return isJsonObject(value) ? value : (value as JsonValue | undefined);
}

/** @throws AppError or AppErrors CLI_USAGE for flags that name no server, or variables that are not set */
function mcpServer(flags: ToolsImportFlags, { cwd, env }: CliContext): McpServer {
  const { mcpCommand: command, mcpUrl: url, mcpArg = [], mcpEnv = [], mcpHeader = [] } = flags;
  if ((command === undefined) === (url === undefined)) {
    throw new AppError(
      "CLI_USAGE",
      command === undefined ? "no MCP server is named" : "two MCP servers are named",
      { hint: "--mcp-command <program> [--mcp-arg <text>]… to start one, or --mcp-url <url>" },
    );
  }
  const misused =
    url === undefined
      ? { "--mcp-header": mcpHeader }
      : { "--mcp-arg": mcpArg, "--mcp-env": mcpEnv };
  throwAll(
    Object.entries(misused).flatMap(([flag, values]) => {
      if (values.length === 0) return [];
      const hint = url === undefined ? "a program gets --mcp-env" : "an address gets --mcp-header";
      return [new AppError("CLI_USAGE", `${flag} does not go with this server`, { hint })];
    }),
  );
  if (url !== undefined) {
    const headers = fromEnvironment(
      mcpHeader.map((each) => headerOf(each)),
      env,
    );
    return {
      transport: "http",
      url,
      headers,
      fetch: pooledFetch({ connections: 4, proxies: proxiesOf(env) }),
    };
  }
  const variables = fromEnvironment(
    mcpEnv.map((name) => ({ name, variable: name })),
    env,
  );
  return { transport: "stdio", command: command ?? "", args: mcpArg, cwd, env: variables };
}

interface Taken {
  readonly name: string;
  /** The variable that has the value, so that no secret stands on a command line. */
  readonly variable: string;
}

function headerOf(given: string): Taken {
  const [, name = "", variable = ""] = /^([A-Za-z0-9-]+)=([A-Za-z_]\w*)$/.exec(given) ?? [];
  if (name !== "") return { name, variable };
  const shown = given.split("=")[0] ?? "";
  throw new AppError("CLI_USAGE", `--mcp-header "${shown}=…" names no header and variable`, {
    hint: "write <header>=<variable>: --mcp-header Authorization=MCP_AUTHORIZATION takes the value of $MCP_AUTHORIZATION",
  });
}

function fromEnvironment(
  taken: readonly Taken[],
  env: CliContext["env"],
): Readonly<Record<string, string>> {
  throwAll(
    taken
      .filter(({ variable }) => (env[variable] ?? "") === "")
      .map(({ variable }) => {
        return new AppError("CLI_USAGE", `the variable ${variable} is not set`, {
          hint: "values for an MCP server come from the environment, by name",
        });
      }),
  );
  return Object.fromEntries(taken.map(({ name, variable }) => [name, env[variable] ?? ""]));
}
