import { resolve } from "node:path";
import { execPath } from "node:process";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { afterEach, describe, expect, test } from "vitest";
import { createServer } from "../../../fixtures/mcp/create-server.mjs";
import { AppError } from "../../core/errors/app-error.ts";
import { pooledFetch } from "../../platform/index.ts";
import { serve } from "../../simulators/index.ts";
import { askMcpTools, type AskMcpOptions } from "./ask-mcp-tools.ts";
import type { McpProgram, McpServer } from "./mcp-server.ts";

const options: AskMcpOptions = { timeoutMs: 20_000, version: "0.0.0", maxBytes: 1_000_000 };

function program(way: string, changes: Partial<McpProgram> = {}): McpServer {
  const args = [resolve("fixtures/mcp/stdio-server.mjs"), way];
  return {
    transport: "stdio",
    command: execPath,
    args,
    cwd: ".",
    env: {},
    ...changes,
  };
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Endpoint {
  readonly url: string;
  readonly requests: Request[];
}

/** An MCP server on a port of its own; `before` may answer instead. */
async function endpoint(
  way: string,
  before: (request: Request) => Response | undefined = () => undefined,
  enableJsonResponse = true,
): Promise<Endpoint> {
  const requests: Request[] = [];
  const server = await serve(
    async (request) => {
      requests.push(request.clone());
      const early = before(request);
      if (early !== undefined) return early;
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse });
      await createServer(way).connect(transport);
      return transport.handleRequest(request);
    },
    { port: 0 },
  );
  closing.push(() => server.close());
  const { url } = server;
  return { url: `${url}/mcp/s3cret-path`, requests };
}

function http(url: string, headers: Readonly<Record<string, string>> = {}): McpServer {
  return { transport: "http", url, headers, fetch: pooledFetch({ connections: 2 }) };
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new TypeError("no expected error", { cause: error });
  return `${error.code} ${error.message}`;
}

const tools = [
  {
    name: "orbit/search code",
    title: "Search",
    description: "Searches the code of every repository.",
    inputSchema: { type: "object", properties: { q: { type: "string" } }, required: ["q"] },
    outputSchema: {
      type: "object",
      properties: { hits: { type: "string", pattern: "(a+)+$" } },
    },
  },
  {
    name: "get_issue",
    title: undefined,
    description: "Not the service's.",
    inputSchema: { type: "object" },
  },
];

describe("over stdio", () => {
  test("a server is started, asked page by page, and ended", async () => {
    const answer = await askMcpTools(program("well"), options);
    expect(answer).toEqual({ server: "Orbit Search", version: "1.2.3", tools });
  });

  test.each<[string, McpServer, RegExp]>([
    [
      "no such program",
      program("well", { command: "no-such-program-here" }),
      /^TOOL_MCP_REFUSED there is no program "no-such-program-here"$/,
    ],
    [
      "an end before the beginning",
      program("dying", { env: { ORBIT_KEY: "k" } }),
      /^TOOL_MCP_FAILED the MCP server ".*" did not give its tools: .*; it wrote: cannot start with k$/,
    ],
    ["no protocol", program("garbage"), /^TOOL_MCP_FAILED /],
    ["an error", program("refusing"), /^TOOL_MCP_FAILED .*no tools today/],
    ["pages without end", program("endless"), /^TOOL_MCP_FAILED .*pages of its list do not end/],
    [
      "new pages without end",
      program("growing"),
      /^TOOL_MCP_FAILED .*pages of its list do not end/,
    ],
    ["more than anybody reads", program("huge"), /^TOOL_MCP_FAILED .*exceeded maximum size/],
  ])("%s has a name", { timeout: 30_000 }, async (_, server, expected) => {
    expect(await failureOf(askMcpTools(server, options))).toMatch(expected);
  });

  test.each(["deaf", "silent"])("a server that is %s is given up", async (way) => {
    const failure = await failureOf(askMcpTools(program(way), { ...options, timeoutMs: 800 }));
    expect(failure).toMatch(/^TOOL_MCP_FAILED .* did not give its tools within 0.8 s/);
  });

  test("whoever interrupts does not wait", async () => {
    const controller = new AbortController();
    const work = askMcpTools(program("deaf"), { ...options, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("stop")), 300);
    await expect(work).rejects.toThrow("stop");
  });
});

describe("over HTTP", () => {
  test.each([
    ["JSON", true],
    ["a stream of events", false],
  ])("the tools come as %s, and every request has the headers", async (_, isJson) => {
    const { url, requests } = await endpoint("well", undefined, isJson);
    const answer = await askMcpTools(http(url, { Authorization: "Bearer t0ken" }), options);
    expect(answer).toEqual({ server: "Orbit Search", version: "1.2.3", tools });
    expect(requests.length).toBeGreaterThan(2);
    const posts = requests.filter(({ method }) => method === "POST");
    expect(new Set(posts.map(({ headers }) => headers.get("authorization")))).toEqual(
      new Set(["Bearer t0ken"]),
    );
  });

  test.each<[string, (request: Request) => Response | undefined, RegExp]>([
    ["401", () => new Response("", { status: 401 }), /^TOOL_MCP_REFUSED .* status 401$/],
    ["403", () => new Response("", { status: 403 }), /^TOOL_MCP_REFUSED .* status 403$/],
    ["500", () => new Response("down", { status: 500 }), /^TOOL_MCP_FAILED .*(500|down)/],
    [
      "a page",
      () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      /^TOOL_MCP_FAILED /,
    ],
  ])("an answer of %s has a name, which shows no path", async (_, before, expected) => {
    const { url } = await endpoint("well", before);
    const failure = await failureOf(askMcpTools(http(url), options));
    expect(failure).toMatch(expected);
    expect(failure).not.toContain("s3cret");
  });

  test.each([
    ["endless", "the pages of its list do not end"],
    ["huge", "it sends more than 1000000 bytes"],
  ])("%s ends", async (way, expected) => {
    const { url } = await endpoint(way);
    expect(await failureOf(askMcpTools(http(url), options))).toContain(expected);
  });

  test("headers do not follow to another server", async () => {
    const other = await endpoint("well");
    const { url } = await endpoint("well", () => Response.redirect(other.url, 307));
    const server = http(url, { Authorization: "Bearer t0ken" });
    expect(await failureOf(askMcpTools(server, options))).toMatch(/^TOOL_MCP_FAILED /);
    expect(other.requests).toEqual([]);
  });

  test.each([
    ["ftp://mcp.example.com", {}, "is no http or https URL"],
    ["nonsense", {}, "is no http or https URL"],
    ["https://user:secret@mcp.example.com", {}, "mcp.example.com holds a user name"],
    ["http://mcp.example.com/a", { A: "b" }, "mcp.example.com over http, which others can read"],
  ])("%s is not asked", async (url, headers, expected) => {
    const failure = await failureOf(askMcpTools(http(url, headers), options));
    expect(failure).toContain("TOOL_MCP_REFUSED");
    expect(failure).toContain(expected);
    expect(failure).not.toContain("secret");
  });
});

test("without the SDK, the error says how to get it", async () => {
  const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  const loadSdk = () => Promise.reject(missing);
  await expect(askMcpTools(program("well"), { ...options, loadSdk })).rejects.toMatchObject({
    code: "TOOL_MCP_SDK_MISSING",
    hint: "npm install @modelcontextprotocol/sdk",
  });
});
