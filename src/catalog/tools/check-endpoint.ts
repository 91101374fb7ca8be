import { AppError } from "../../core/errors/app-error.ts";
import { staysNear } from "../../gitlab/index.ts";
import type { McpEndpoint } from "./mcp-server.ts";

/**
 * Whether an address may be asked: headers hold secrets, which must not go over http to another machine.
 *
 * @throws AppError TOOL_MCP_REFUSED, which repeats nothing of an address that may be secret
 */
export function checkEndpoint({ url: text, headers }: Pick<McpEndpoint, "url" | "headers">): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new AppError(
      "TOOL_MCP_REFUSED",
      "the address of the MCP server is no http or https URL",
      {
        hint: "for example https://mcp.example.com/mcp",
      },
    );
  }
  if (url.username !== "" || url.password !== "") {
    const message = `the address of the MCP server at ${url.host} holds a user name or a password`;
    throw new AppError("TOOL_MCP_REFUSED", message, {
      hint: "give it in a header: --mcp-header Authorization=<variable>",
    });
  }
  const hasHeaders = Object.keys(headers).length > 0;
  if (hasHeaders && url.protocol === "http:" && !staysNear(url.hostname)) {
    const message = `headers would be sent to ${url.host} over http, which others can read`;
    throw new AppError("TOOL_MCP_REFUSED", message, { hint: `use https://${url.host}` });
  }
}
