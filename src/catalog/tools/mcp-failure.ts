import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { type McpServer, nameOfServer } from "./mcp-server.ts";

export interface FailureFacts {
  readonly server: McpServer;
  /** The time limit in milliseconds, where it was reached. */
  readonly late: number | undefined;
  /** The end of what the server wrote to standard error. */
  readonly stderr: string;
}

const maxReason = 300;

/** What went wrong with an MCP server, for the one who named it. */
export function mcpFailure(cause: unknown, { server, late, stderr }: FailureFacts): AppError {
  const who = nameOfServer(server);
  const wrote = stderr === "" ? "" : `; it wrote: ${clip(foldWhitespace(stderr), maxReason)}`;
  if (server.transport === "stdio" && codeOf(cause) === "ENOENT") {
    return new AppError("TOOL_MCP_REFUSED", `there is no program "${server.command}"`, {
      hint: "--mcp-command is a program without its arguments; give each of those with --mcp-arg",
      cause,
    });
  }
  const status = codeOf(cause);
  if (status === 401 || status === 403) {
    return new AppError("TOOL_MCP_REFUSED", `${who} refuses with status ${status}`, {
      hint: "give it credentials from the environment: --mcp-header Authorization=<variable>",
      cause,
    });
  }
  if (late !== undefined) {
    const message = `${who} did not give its tools within ${late / 1000} s${wrote}`;
    return new AppError("TOOL_MCP_FAILED", message, {
      hint: "see whether it starts by itself, or give it more time with --timeout",
      cause,
    });
  }
  const reason = clip(foldWhitespace(reasonOf(cause)), maxReason);
  return new AppError("TOOL_MCP_FAILED", `${who} did not give its tools: ${reason}${wrote}`, {
    hint: "see whether the server works with another client",
    cause,
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** `fetch` says why in a cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${inner}`;
}
