import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createServer } from "../../fixtures/mcp/create-server.mjs";
import { serve } from "../../src/simulators/index.ts";
import type { ToolsFile } from "../../src/tools/index.ts";
import { openShop, shopTokens } from "../testing/open-shop.ts";
import { runIn, runWith } from "../testing/run-in.ts";

let folder = "";
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

function imported(name: string): ToolsFile {
  const file: ToolsFile = JSON.parse(textOf(name));
  return file;
}

function textOf(name: string): string {
  return readFileSync(join(folder, "tools", `${name}.tools.json`), "utf8");
}

const secret = ["glpat", "A1b2C3d4E5f6G7h8I9j0"].join("-");

test("an MCP server over stdio: names are mended, tools of the service stay, nothing else is kept", async () => {
  const args = [resolve("fixtures/mcp/stdio-server.mjs"), "well"];
  const flags = [
    "--from-mcp",
    "--mcp-command",
    execPath,
    ...args.flatMap((arg) => ["--mcp-arg", arg]),
  ];
  const env = { ORBIT_KEY: "k-1234567" };
  const { exit, stdout, stderr } = await runIn(
    folder,
    ["tools", "import", ...flags, "--mcp-env", "ORBIT_KEY"],
    env,
  );
  expect(exit).toBe(0);
  expect(stdout).toBe(
    "tools/orbit-search.tools.json: 2 tools, 1 of the service, 1 other; written\n",
  );
  expect(stderr).toContain(`the name "orbit/search code" became "orbit_search_code"`);
  expect(stderr).toContain(`"get_issue" is a tool of the service, and stays what it is there`);
  expect(imported("orbit-search").source).toEqual({
    kind: "mcp",
    transport: "stdio",
    server: "Orbit Search",
    version: "1.2.3",
  });
  expect(textOf("orbit-search")).not.toContain("k-1234567");
  const { stdout: own } = await runIn(folder, ["tools", "show", "get_issue"]);
  expect(own).toContain("described by flowproof");
  const { stdout: found } = await runIn(folder, ["tools", "show", "orbit_search_code"]);
  expect(found).toContain("described by orbit-search");
});

test("what a server writes to standard error shows no secret that it was given", async () => {
  const args = [resolve("fixtures/mcp/stdio-server.mjs"), "dying"];
  const flags = ["--mcp-command", execPath, ...args.flatMap((arg) => ["--mcp-arg", arg])];
  const env = { ORBIT_KEY: "k-1234567" };
  const program = await runIn(folder, ["tools", "import", ...flags, "--mcp-env", "ORBIT_KEY"], env);
  expect(program.exit).toBe(3);
  expect(program.stderr).toContain("it wrote: cannot start with [REDACTED]");
  expect(readdirSync(folder)).toEqual([]);
});

test("an interruption ends the server and writes nothing", async () => {
  const args = [resolve("fixtures/mcp/stdio-server.mjs"), "deaf"];
  const flags = ["--mcp-command", execPath, ...args.flatMap((arg) => ["--mcp-arg", arg])];
  const interruption = new AbortController();
  setTimeout(() => interruption.abort(), 300);
  const world = { cwd: folder, signal: interruption.signal };
  const { exit, stdout, stderr } = await runWith(["tools", "import", ...flags], world);
  expect({ exit, stdout, stderr }).toEqual({ exit: 130, stdout: "", stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});

test("an MCP server over HTTP, with a header from the environment", async () => {
  const seen: (string | null)[] = [];
  const server = await serve(
    async (request) => {
      seen.push(request.headers.get("authorization"));
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await createServer("hostile").connect(transport);
      return transport.handleRequest(request);
    },
    { port: 0 },
  );
  closing.push(() => server.close());
  const { url } = server;
  const flags = ["--mcp-url", `${url}/mcp?key=s3cret`, "--mcp-header", "Authorization=MCP_AUTH"];
  const env = { MCP_AUTH: "Bearer abcdefghij" };
  const { exit, stdout, stderr } = await runIn(folder, ["tools", "import", ...flags], env);
  expect(exit).toBe(0);
  expect(seen[0]).toBe("Bearer abcdefghij");
  const kept = textOf("orbit-search");
  expect(kept).not.toMatch(/s3cret|abcdefghij/);
  expect(imported("orbit-search").tools[0]?.name).toBe("______etc_passwd__2J");
  // oxlint-disable-next-line no-control-regex -- that there is none is what is tested
  expect(kept + stdout + stderr).not.toMatch(/[\u001B\u202E]/);
});

const nodes = [
  {
    id: "gid://gitlab/Ai::Catalog::BuiltInTool/1",
    name: "get_issue",
    title: "Get Issue",
    description: "Gets one issue.",
  },
  {
    id: "gid://gitlab/Ai::Catalog::BuiltInTool/2",
    name: "get_epic_note",
    title: "Get Epic Note",
    description: "Gets a note.",
  },
];

/** An instance with two tools, one a page. */
async function instance(): Promise<{ readonly url: string; readonly tokens: (string | null)[] }> {
  const tokens: (string | null)[] = [];
  const server = await serve(
    async (request) => {
      tokens.push(request.headers.get("private-token") ?? request.headers.get("authorization"));
      const { variables }: { variables: { after: string | null } } = JSON.parse(
        await request.text(),
      );
      const page = variables.after === null ? 0 : 1;
      const pageInfo = { hasNextPage: page === 0, endCursor: String(page) };
      return Response.json({ data: { aiCatalogBuiltInTools: { nodes: [nodes[page]], pageInfo } } });
    },
    { port: 0 },
  );
  closing.push(() => server.close());
  const { url } = server;
  return { url, tokens };
}

describe("from an instance", () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ["-", ["-"], { GITLAB_TOKEN: secret }],
    ["nothing", [], { GITLAB_API_TOKEN: secret }],
    ["a token", [secret], {}],
  ])("with %s for a token, the texts come without schemas", async (_, token, env) => {
    const { url, tokens } = await instance();
    const args = ["tools", "import", "--from-instance", url, ...token, "--name", "gitlab"];
    const { exit, stdout, stderr } = await runIn(folder, args, env);
    expect(exit, stderr).toBe(0);
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toContain(secret);
    expect(stdout).toBe("tools/gitlab.tools.json: 2 tools, 1 of the service, 1 other; written\n");
    expect(stderr).toContain("schemas of arguments: ours stay, and get_epic_note have none");
    expect(imported("gitlab")).toEqual({
      schemaVersion: 1,
      source: { kind: "instance", url },
      tools: nodes
        .map(({ name, title, description }) => ({ name, title, description }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    });
    expect(textOf("gitlab") + stdout + stderr).not.toContain(secret);
    const shown = await runIn(folder, ["tools", "show", "get_issue", "--format", "json"]);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      description: "Gets one issue.",
      origin: "imported",
      schemaOrigin: "summary",
      source: "gitlab",
    });
  });

  test("as GitLab's own schema answers it", async () => {
    const shop = await openShop();
    closing.push(() => shop.close());
    const args = ["tools", "import", "--from-instance", shop.url, "--name", "shop"];
    const env = { GITLAB_TOKEN: shopTokens.reader };
    const { exit, stdout, stderr } = await runIn(shop.cwd, args, env);
    expect(exit, stderr).toBe(0);
    expect(stdout).toBe("tools/shop.tools.json: 4 tools, 4 of the service, 0 others; written\n");
    expect(Object.keys(shop.tree())).toEqual(["tools/shop.tools.json"]);
    expect(JSON.stringify(shop.tree()) + stdout + stderr).not.toContain(shopTokens.reader);
    const { stdout: shown } = await runIn(shop.cwd, ["tools", "show", "get_issue"]);
    expect(shown).toContain(
      "Reads an issue of a project.\n\ndescribed by shop\nschema by    flowproof",
    );
  });

  test("a token that it refuses writes nothing", async () => {
    const shop = await openShop();
    closing.push(() => shop.close());
    const args = ["tools", "import", "--from-instance", shop.url, secret];
    const { exit, stderr } = await runIn(shop.cwd, args);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error\[GITLAB_/);
    expect(stderr).not.toContain(secret);
    expect(shop.tree()).toEqual({});
  });

  test("without a token, the error says where one comes from", async () => {
    const { exit, stderr } = await runIn(folder, [
      "tools",
      "import",
      "--from-instance",
      "http://127.0.0.1:1",
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[GITLAB_TOKEN_MISSING]");
  });
});
