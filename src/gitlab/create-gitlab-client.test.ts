import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createVirtualClock, type VirtualClock } from "../core/testing/virtual-clock.ts";
import { pooledFetch } from "../platform/index.ts";
import {
  createGitLabClient,
  type GitLabClient,
  type GitLabClientOptions,
} from "./create-gitlab-client.ts";
import { GitLabError } from "./gitlab-error.ts";

const token = "glpat-0123456789abcdefghij";
const noonMs = 1_700_000_000_000;
const servers = new Set<ReturnType<typeof createServer>>();

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers.clear();
});

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Breaks the connection instead of answering, or after a part of the body. */
  readonly breaks?: "before" | "within";
  /** The body comes in pieces, so many milliseconds apart. */
  readonly everyMs?: number;
  /** Never answers. */
  readonly silent?: boolean;
}

interface Stage {
  readonly client: GitLabClient;
  readonly clock: VirtualClock;
  readonly url: string;
  readonly requests: {
    readonly path: string;
    readonly headers: IncomingMessage["headers"];
    readonly body: string;
  }[];
}

const json = { "content-type": "application/json" };
const html = { "content-type": "text/html; charset=utf-8" };
const good: Answer = { headers: json, body: '{"data":{"currentUser":{"username":"kim"}}}' };

/** A real server that answers in order, the last answer again and again. */
async function stage(
  answers: readonly Answer[],
  options: Partial<GitLabClientOptions> = {},
): Promise<Stage> {
  const requests: { path: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? good;
      const { url = "", headers } = request;
      requests.push({ path: url, headers, body: Buffer.concat(chunks).toString() });
      reply(response, answer);
    });
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  const clock = createVirtualClock(noonMs);
  const client = createGitLabClient({
    url,
    token,
    fetch: pooledFetch({ connections: 2 }),
    clock,
    random: { next: () => 0 },
    limits: { idleMs: 150, totalMs: 300, maxBytes: 20_000 },
    ...options,
  });
  return { client, clock, url, requests };
}

function reply(response: ServerResponse, answer: Answer): void {
  const { status = 200, headers = {}, body = "", breaks, silent, everyMs } = answer;
  if (silent === true) return;
  if (breaks === "before") {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  if (everyMs !== undefined) {
    const [first = "", ...rest] = body.match(/.{1,12}/gs) ?? [];
    response.write(first);
    for (const [index, piece] of rest.entries()) {
      const isLast = index === rest.length - 1;
      setTimeout(
        () => (isLast ? response.end(piece) : response.write(piece)),
        (index + 1) * everyMs,
      );
    }
  } else if (breaks === "within") {
    response.write(body);
    setTimeout(() => response.destroy(), 5);
  } else response.end(body);
}

const read = {
  document: "query Me { currentUser { username } }",
  operationName: "Me",
  variables: {},
  purpose: "reading the user",
};
const create = { ...read, purpose: "creating an agent", mutates: true };

async function failure(work: Promise<unknown>): Promise<GitLabError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GitLabError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

test("a slow body is waited for as long as something comes", async () => {
  const limits = { idleMs: 300, totalMs: 10_000 };
  const { client } = await stage([{ ...good, everyMs: 150 }], { limits });
  expect(await client.graphql(read)).toEqual({ currentUser: { username: "kim" } });
  const stuck = await stage([{ ...good, everyMs: 5000 }], { limits });
  expect((await failure(stuck.client.graphql(read))).code).toBe("GITLAB_TIMEOUT");
});

test.each([
  ["data", `{"data":${'{"a":'.repeat(100)}1${"}".repeat(101)}`],
  ["errors", `{"errors":${"[".repeat(100)}${"]".repeat(100)}}`],
])("%s that are nested without end are no answer", async (_, body) => {
  const { client, requests } = await stage([{ headers: json, body }]);
  const error = await failure(client.graphql(read));
  expect(error.code).toBe("GITLAB_RESPONSE_UNREADABLE");
  expect(error.hint).toMatch(/address/);
  expect(requests).toHaveLength(1);
});

test("what GitLab says and we have never heard of has a hint as well", async () => {
  const { client } = await stage([{ headers: json, body: '{"errors":[{"message":"Tuesday"}]}' }]);
  const { code, message, hint } = await failure(client.graphql(read));
  expect({ code, message }).toEqual({
    code: "GITLAB_REQUEST_REFUSED",
    message: "reading the user: GitLab says: Tuesday",
  });
  expect(hint).toMatch(/GitLab's own/);
});

test("an operation and its data", async () => {
  const { client, requests } = await stage([good]);
  expect(await client.graphql({ ...read, variables: { id: "1" } })).toEqual({
    currentUser: { username: "kim" },
  });
  expect(requests).toMatchObject([
    {
      path: "/api/graphql",
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    },
  ]);
  expect(JSON.parse(requests[0]?.body ?? "")).toEqual({
    query: read.document,
    operationName: "Me",
    variables: { id: "1" },
  });
});

test("without a token none is sent, and http is no matter", async () => {
  const { client, requests } = await stage([good], { token: undefined });
  await client.graphql(read);
  expect(requests[0]?.headers).not.toHaveProperty("authorization");
});

test("the REST API", async () => {
  const { client, requests } = await stage([{ headers: json, body: "[1]" }]);
  expect(await client.rest({ method: "GET", path: "/projects/1", purpose: "reading" })).toEqual([
    1,
  ]);
  expect(requests[0]?.path).toBe("/api/v4/projects/1");
});

interface Failing {
  readonly name: string;
  readonly answer: Answer;
  readonly code: string;
  readonly says: string;
  /** How often it is asked; a failure that may pass is asked four times. */
  readonly asked?: number;
}

const errorsIn = (...messages: readonly string[]): string =>
  JSON.stringify({ errors: messages.map((message) => ({ message })) });

const failing: readonly Failing[] = [
  {
    name: "a refused token",
    answer: { status: 401, headers: json, body: errorsIn("Invalid token") },
    code: "GITLAB_TOKEN_REFUSED",
    says: "reading the user: GitLab answered 401: Invalid token",
  },
  {
    name: "a scope that is missing",
    answer: {
      status: 403,
      headers: json,
      body: '{"error":"insufficient_scope","error_description":"needs api"}',
    },
    code: "GITLAB_FORBIDDEN",
    says: "403: needs api",
  },
  {
    name: "a blocked user",
    answer: { status: 403, headers: json, body: errorsIn("API not accessible for user") },
    code: "GITLAB_FORBIDDEN",
    says: "API not accessible",
  },
  {
    name: "no such path",
    answer: { status: 404, headers: json, body: '{"errors":[{"message":"Not found!"}]}' },
    code: "GITLAB_NOT_FOUND",
    says: "404: Not found!",
  },
  {
    name: "a query that is too large",
    answer: { status: 422, headers: json, body: errorsIn("Query too large") },
    code: "GITLAB_REQUEST_REFUSED",
    says: "422: Query too large",
  },
  {
    name: "a defect of the instance",
    answer: { status: 500, headers: json, body: errorsIn("Internal server error") },
    code: "GITLAB_UNAVAILABLE",
    says: "500",
  },
  {
    name: "a deployment",
    answer: { status: 502, headers: html, body: "<html><title>Deploy in\nprogress</title>" },
    code: "GITLAB_UNAVAILABLE",
    says: "502: Deploy in progress (4 attempts)",
    asked: 4,
  },
  {
    name: "overload",
    answer: { status: 503, body: "" },
    code: "GITLAB_UNAVAILABLE",
    says: "503 (4 attempts)",
    asked: 4,
  },
  {
    name: "a gateway that waits no longer",
    answer: { status: 504, body: "" },
    code: "GITLAB_UNAVAILABLE",
    says: "504",
    asked: 4,
  },
  {
    name: "maintenance",
    answer: {
      status: 503,
      headers: { ...json, "retry-after": "900" },
      body: '{"message":"GitLab Maintenance: system is in maintenance mode"}',
    },
    code: "GITLAB_MAINTENANCE",
    says: "asks to wait 900 s",
    asked: 1,
  },
  {
    name: "a limit without a time",
    answer: { status: 429, headers: { "content-type": "text/plain" }, body: "Retry later" },
    code: "GITLAB_RATE_LIMITED",
    says: "429: Retry later (4 attempts)",
    asked: 4,
  },
  {
    name: "a limit that lasts",
    answer: { status: 429, headers: { "retry-after": "3600" }, body: "" },
    code: "GITLAB_RATE_LIMITED",
    says: "asks to wait 3600 s, and longer than 60 s is not waited",
  },
  {
    name: "a page for people",
    answer: { headers: html, body: "<!DOCTYPE html><title>Sign in</title>" },
    code: "GITLAB_NOT_JSON",
    says: 'answered with a page ("Sign in"), not with data',
  },
  {
    name: "a page that says it is data",
    answer: { headers: json, body: " <html>" },
    code: "GITLAB_NOT_JSON",
    says: "with a page",
  },
  {
    name: "half of the data",
    answer: { headers: json, body: '{"data":{"a":' },
    code: "GITLAB_RESPONSE_UNREADABLE",
    says: "cut off or no JSON (4 attempts)",
    asked: 4,
  },
  {
    name: "data of another kind",
    answer: { headers: json, body: "[]" },
    code: "GITLAB_RESPONSE_UNREADABLE",
    says: "not that of a GraphQL API",
  },
  {
    name: "no data",
    answer: { headers: json, body: '{"data":null}' },
    code: "GITLAB_RESPONSE_UNREADABLE",
    says: "not that of a GraphQL API",
  },
  {
    name: "a query that does not fit the schema",
    answer: {
      headers: json,
      body: `{"errors":[{"message":"Field 'steps' doesn't exist","extensions":{"code":"undefinedField","typeName":"AiCatalogFlowVersion","fieldName":"steps"}}]}`,
    },
    code: "GITLAB_QUERY_REFUSED",
    says: "Field 'steps' doesn't exist",
  },
  {
    name: "a query that is too complex",
    answer: {
      headers: json,
      body: errorsIn("Query has complexity of 251, which exceeds max complexity of 250"),
    },
    code: "GITLAB_QUERY_TOO_COMPLEX",
    says: "251",
  },
  {
    name: "what one may not do",
    answer: {
      headers: json,
      body: JSON.stringify({
        data: { x: null },
        errors: [
          {
            message:
              "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
            path: ["x"],
          },
        ],
      }),
    },
    code: "GITLAB_NOT_FOUND",
    says: "permission",
  },
  {
    name: "an id of another kind",
    answer: {
      headers: json,
      body: errorsIn('"gid://x" does not represent an instance of Ai::Catalog::Item'),
    },
    code: "GITLAB_REQUEST_REFUSED",
    says: "does not represent",
  },
  {
    name: "an instance that may not write",
    answer: {
      headers: json,
      body: errorsIn("You cannot perform write operations on a read-only instance"),
    },
    code: "GITLAB_MAINTENANCE",
    says: "read-only",
  },
  {
    name: "a query that took too long",
    answer: {
      headers: json,
      body: errorsIn(
        "Request timed out. Please try a less complex query or a smaller set of records.",
      ),
    },
    code: "GITLAB_TIMEOUT",
    says: "timed out",
    asked: 4,
  },
  {
    name: "a broken connection",
    answer: { breaks: "before" },
    code: "GITLAB_UNREACHABLE",
    says: "reading the user: no connection to http://127.0.0.1",
    asked: 4,
  },
  {
    name: "a connection that breaks on the way",
    answer: { headers: { ...json, "content-length": "500" }, body: '{"data"', breaks: "within" },
    code: "GITLAB_UNREACHABLE",
    says: "no connection",
    asked: 4,
  },
  {
    name: "silence",
    answer: { silent: true },
    code: "GITLAB_TIMEOUT",
    says: "did not answer within 0 s",
    asked: 4,
  },
  {
    name: "too much",
    answer: { headers: json, body: " ".repeat(20_001) },
    code: "GITLAB_RESPONSE_TOO_LARGE",
    says: "larger than",
  },
  {
    name: "a redirect to a page for signing in",
    answer: { status: 302, headers: { location: "/users/sign_in" } },
    code: "GITLAB_NOT_JSON",
    says: "asks to sign in",
  },
  {
    name: "a redirect to nowhere",
    answer: { status: 302 },
    code: "GITLAB_REDIRECTED",
    says: "redirects to nowhere",
  },
  {
    name: "redirects in a circle",
    answer: { status: 307, headers: { location: "/api/graphql" } },
    code: "GITLAB_REDIRECTED",
    says: "more than 3 times",
    asked: 4,
  },
  {
    name: "control sequences",
    answer: { status: 500, body: "\u001B[2Jgone\u0007" },
    code: "GITLAB_UNAVAILABLE",
    says: "500: gone␇",
  },
];

test.each(failing)("$name", async ({ answer, code, says, asked = 1 }) => {
  const { client, requests } = await stage([answer]);
  const error = await failure(client.graphql(read));
  expect(error.code).toBe(code);
  expect(error.message).toContain(says);
  expect(error.message.split("\n")).toHaveLength(1);
  expect(`${error.message} ${error.hint} ${JSON.stringify(error)}`).not.toContain(token);
  expect(requests).toHaveLength(asked);
});

test("what fails once is asked again, and each pause is told", async () => {
  const pauses: number[] = [];
  const onWait = ({ ms }: { ms: number }): void => void pauses.push(ms);
  const broken: Answer = { breaks: "before" };
  const { client, clock } = await stage([broken, { status: 502 }, good], { onWait });
  expect(await client.graphql(read)).toEqual({ currentUser: { username: "kim" } });
  expect(clock.sleeps).toEqual([500, 1000]);
  expect(pauses).toEqual(clock.sleeps);
});

test.each([
  ["retry-after in seconds", { "retry-after": "7" }, 7000],
  ["the end of the limiter's window", { "ratelimit-reset": String(noonMs / 1000 + 12) }, 12_000],
  ["a window that has ended", { "ratelimit-reset": String(noonMs / 1000 - 12) }, 0],
  ["nonsense", { "retry-after": "soon", "ratelimit-reset": "-1" }, 500],
])("waits as the instance asks: %s", async (...[, headers, ms]) => {
  const { client, clock } = await stage([{ status: 429, headers }, good]);
  await client.graphql(read);
  expect(clock.sleeps).toEqual([ms]);
});

describe("what creates something", () => {
  test.each<[string, Answer, number]>([
    ["a broken connection", { breaks: "before" }, 1],
    ["a bad gateway", { status: 502 }, 1],
    ["half of an answer", { headers: json, body: "{" }, 1],
    ["a limit", { status: 429 }, 4],
    ["overload", { status: 503 }, 4],
  ])("is sent again only where nothing was done: %s", async (...[, answer, asked]) => {
    const { client, requests } = await stage([answer]);
    await failure(client.graphql(create));
    expect(requests).toHaveLength(asked);
  });
});

describe("redirects", () => {
  test("within the instance are followed with the token", async () => {
    const moved: Answer = { status: 301, headers: { location: "/api/graphql?moved" } };
    const { client, requests } = await stage([moved, good]);
    await client.graphql(read);
    expect(requests.map(({ path }) => path)).toEqual(["/api/graphql", "/api/graphql?moved"]);
    expect(requests[1]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test.each([301, 302, 303, 307, 308])("%i to another server gives it nothing", async (status) => {
    const other = await stage([good]);
    const { client } = await stage([{ status, headers: { location: `${other.url}/api/graphql` } }]);
    const error = await failure(client.graphql(read));
    expect(error).toMatchObject({ code: "GITLAB_REDIRECTED" });
    expect(error.message).toContain(other.url);
    expect(other.requests).toEqual([]);
  });
});

test("an abort is the caller's reason", async () => {
  const { client } = await stage([{ silent: true }]);
  const controller = new AbortController();
  const asked = client.graphql(read, controller.signal);
  setTimeout(() => controller.abort(new Error("enough")), 20);
  await expect(asked).rejects.toThrow("enough");
});

describe("proxies", () => {
  /** A proxy that only says what it was asked to connect to. */
  async function proxy(): Promise<{ readonly url: string; readonly targets: readonly string[] }> {
    const targets: string[] = [];
    const server = createServer((request, response) => {
      targets.push(request.url ?? "");
      response.writeHead(200, json).end(good.body);
    });
    server.on("connect", ({ url = "" }, socket) => {
      targets.push(url);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    servers.add(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, targets };
  }

  test("one is used", async () => {
    const { url, targets } = await proxy();
    const fetch = pooledFetch({ connections: 1, proxies: { http: url } });
    const { client } = await stage([good], { url: "http://gitlab.test", fetch });
    await client.graphql(read).catch(() => undefined);
    expect(targets[0]).toContain("gitlab.test");
  });

  test("but not for hosts that are excepted", async () => {
    const { url, targets } = await proxy();
    const fetch = pooledFetch({ connections: 1, proxies: { http: url, except: "127.0.0.1" } });
    const { client, requests } = await stage([good], { fetch });
    await client.graphql(read);
    expect(requests).toHaveLength(1);
    expect(targets).toEqual([]);
  });
});
