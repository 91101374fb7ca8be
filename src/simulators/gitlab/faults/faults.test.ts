import { afterEach, describe, expect, test } from "vitest";
import { createVirtualClock, type VirtualClock } from "../../../core/testing/virtual-clock.ts";
import { createGitLabClient, type GitLabClient, GitLabError } from "../../../gitlab/index.ts";
import { diskFiles, pooledFetch, systemClock } from "../../../platform/index.ts";
import { serve } from "../../serve.ts";
import { shopFolder, shopOf, type Shop, shopNoonMs } from "../../testing/shop.ts";
import { loadCatalog } from "../catalog/index.ts";
import { gitlabFaults, parseFault, type PlannedFault } from "./index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Stage {
  readonly shop: Shop;
  readonly client: GitLabClient;
  readonly clock: VirtualClock;
  readonly broken: readonly unknown[];
}

/** The client that the catalog is fetched with, and a simulator on a real port. */
async function stage(...faults: readonly PlannedFault[]): Promise<Stage> {
  const ended = new AbortController();
  const shop = openShop({
    faults,
    signal: ended.signal,
    clock: { ...systemClock, now: () => shopNoonMs },
  });
  const broken: unknown[] = [];
  const server = await serve(shop.simulator, { port: 0, onError: (error) => broken.push(error) });
  closing.push(async () => {
    ended.abort();
    await server.close();
  });
  const clock = createVirtualClock(shopNoonMs);
  // Short where it is waited out, and long where a busy machine must not look like a fault.
  const patience = faults.some(({ fault }) => /^(?:silent|slow)$/.test(fault)) ? 150 : 20_000;
  const client = createGitLabClient({
    url: server.url,
    token: "shop-writer-token",
    fetch: pooledFetch({ connections: 2 }),
    clock,
    random: { next: () => 0 },
    limits: { idleMs: patience, totalMs: patience, maxBytes: 1_000_000 },
  });
  return { shop, client, clock, broken };
}

const read = {
  document: "query Item($id: AiCatalogItemID!) { aiCatalogItem(id: $id) { name } }",
  operationName: "Item",
  variables: { id: "gid://gitlab/Ai::Catalog::Item/21" },
  purpose: "reading item 21",
};
const write = {
  document:
    "mutation Star($input: AiCatalogItemStarInput!) { aiCatalogItemStar(input: $input) { errors } }",
  operationName: "Star",
  variables: { input: { id: "gid://gitlab/Ai::Catalog::Item/21", starred: true } },
  purpose: "starring item 21",
  mutates: true,
};
const good = { aiCatalogItem: { name: "Stock Keeper" } };

async function failure(work: Promise<unknown>): Promise<GitLabError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GitLabError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

interface Failing {
  readonly fault: string;
  readonly code: string;
  readonly says: string;
  /** How often it is asked for before it is given up. */
  readonly asked?: number;
}

/** What the client makes of each fault; those that it lives with stand below. */
const failing: readonly Failing[] = [
  {
    fault: "bad-gateway",
    code: "GITLAB_UNAVAILABLE",
    says: "502: Waiting for GitLab to boot",
    asked: 4,
  },
  { fault: "conflict", code: "GITLAB_REQUEST_REFUSED", says: "409: Conflict" },
  { fault: "control", code: "GITLAB_UNAVAILABLE", says: "500: " },
  { fault: "cut", code: "GITLAB_RESPONSE_UNREADABLE", says: "cut off or no JSON", asked: 4 },
  { fault: "forbidden", code: "GITLAB_FORBIDDEN", says: "403: API not accessible for user" },
  { fault: "gateway-timeout", code: "GITLAB_UNAVAILABLE", says: "504", asked: 4 },
  { fault: "html-as-json", code: "GITLAB_NOT_JSON", says: 'a page ("Proxy")' },
  { fault: "huge", code: "GITLAB_RESPONSE_TOO_LARGE", says: "larger than 1 MB" },
  { fault: "json-as-html", code: "GITLAB_NOT_JSON", says: "with a page" },
  { fault: "login-page", code: "GITLAB_NOT_JSON", says: 'a page ("Sign in · GitLab")' },
  { fault: "login-redirect", code: "GITLAB_NOT_JSON", says: "asks to sign in" },
  { fault: "maintenance", code: "GITLAB_MAINTENANCE", says: "asks to wait 900 s" },
  { fault: "no-data", code: "GITLAB_RESPONSE_UNREADABLE", says: "not that of a GraphQL API" },
  { fault: "no-graphql", code: "GITLAB_RESPONSE_UNREADABLE", says: "not that of a GraphQL API" },
  { fault: "no-permission", code: "GITLAB_NOT_FOUND", says: "you don't have permission" },
  { fault: "not-found", code: "GITLAB_NOT_FOUND", says: "404: Not found!" },
  {
    fault: "overloaded",
    code: "GITLAB_UNAVAILABLE",
    says: "503: GitLab is not responding (503)",
    asked: 4,
  },
  { fault: "query-timeout", code: "GITLAB_UNAVAILABLE", says: "503: Request timed out", asked: 4 },
  { fault: "query-too-large", code: "GITLAB_REQUEST_REFUSED", says: "422: Query too large" },
  {
    fault: "rate-limited",
    code: "GITLAB_RATE_LIMITED",
    says: "429: Retry later (4 attempts)",
    asked: 4,
  },
  { fault: "rate-limited-hour", code: "GITLAB_RATE_LIMITED", says: "asks to wait 3600 s" },
  {
    fault: "rate-limited-plain",
    code: "GITLAB_RATE_LIMITED",
    says: "429: Retry later (4 attempts)",
    asked: 4,
  },
  { fault: "redirect-elsewhere", code: "GITLAB_REDIRECTED", says: "https://elsewhere.test" },
  { fault: "redirect-loop", code: "GITLAB_REDIRECTED", says: "more than 3 times", asked: 4 },
  { fault: "redirect-nowhere", code: "GITLAB_REDIRECTED", says: "redirects to nowhere" },
  { fault: "reset", code: "GITLAB_UNREACHABLE", says: "no connection", asked: 4 },
  { fault: "reset-within", code: "GITLAB_UNREACHABLE", says: "no connection", asked: 4 },
  { fault: "server-error", code: "GITLAB_UNAVAILABLE", says: "500: Internal server error" },
  { fault: "silent", code: "GITLAB_TIMEOUT", says: "did not answer within", asked: 4 },
  { fault: "slow", code: "GITLAB_TIMEOUT", says: "did not answer within", asked: 4 },
  { fault: "slow-query", code: "GITLAB_TIMEOUT", says: "timed out", asked: 4 },
  { fault: "too-complex", code: "GITLAB_QUERY_TOO_COMPLEX", says: "complexity of 251" },
  { fault: "unauthorized", code: "GITLAB_TOKEN_REFUSED", says: "401: Invalid token" },
  {
    fault: "unknown-field",
    code: "GITLAB_QUERY_REFUSED",
    says: "Field 'aiCatalogItem' doesn't exist",
  },
];
const livedWith = ["nothing-there", "read-only", "redirect", "wrong-type"];

test.each(failing)("$fault: $code", async ({ fault, code, says, asked = 1 }) => {
  const { client, shop } = await stage({ fault });
  const error = await failure(client.graphql(read));
  expect(error.code).toBe(code);
  expect(error.message).toContain(says);
  // oxlint-disable-next-line no-control-regex -- what a terminal must never get
  expect(`${error.message}${error.hint}`).not.toMatch(/[\u0000-\u001f]|shop-writer-token/);
  expect(shop.simulator.requests.map((request) => request.fault)).toEqual(
    Array.from({ length: asked }, () => fault),
  );
  expect(shop.defects).toEqual([]);
});

test("each fault is tried here", () => {
  const tried = [...failing.map(({ fault }) => fault), ...livedWith].toSorted();
  expect(tried).toEqual(gitlabFaults.ids);
});

test("every code of the client that a server can cause is caused", () => {
  const caused = new Set(failing.map(({ code }) => code));
  expect([...caused, "GITLAB_MAINTENANCE"]).toEqual(
    expect.arrayContaining([
      "GITLAB_FORBIDDEN",
      "GITLAB_MAINTENANCE",
      "GITLAB_NOT_FOUND",
      "GITLAB_NOT_JSON",
      "GITLAB_QUERY_REFUSED",
      "GITLAB_QUERY_TOO_COMPLEX",
      "GITLAB_RATE_LIMITED",
      "GITLAB_REDIRECTED",
      "GITLAB_REQUEST_REFUSED",
      "GITLAB_RESPONSE_TOO_LARGE",
      "GITLAB_RESPONSE_UNREADABLE",
      "GITLAB_TIMEOUT",
      "GITLAB_TOKEN_REFUSED",
      "GITLAB_UNAVAILABLE",
      "GITLAB_UNREACHABLE",
    ]),
  );
});

describe("what the client lives with", () => {
  test.each(["redirect", "wrong-type"])("%s", async (fault) => {
    const { client } = await stage({ fault });
    expect(await client.graphql(read)).toEqual(good);
  });

  test("nothing there is not an error of the request", async () => {
    const { client } = await stage({ fault: "nothing-there" });
    expect(await client.graphql(read)).toEqual({ aiCatalogItem: null });
  });

  test("a read-only instance is read, and not written to", async () => {
    const { client, shop } = await stage({ fault: "read-only" });
    expect(await client.graphql(read)).toEqual(good);
    expect((await failure(client.graphql(write))).code).toBe("GITLAB_MAINTENANCE");
    expect(shop.simulator.state.items.get(21)?.starredBy.size).toBe(0);
    const post = {
      method: "POST",
      path: "/projects/7/merge_requests/3/notes",
      body: '{"body":"x"}',
      purpose: "noting",
    } as const;
    expect(await failure(client.rest(post))).toMatchObject({
      code: "GITLAB_MAINTENANCE",
      retryAfterMs: 900_000,
    });
  });

  test.each([
    "bad-gateway",
    "overloaded",
    "rate-limited",
    "rate-limited-plain",
    "reset",
    "reset-within",
    "cut",
    "slow-query",
    "query-timeout",
  ])("%s, twice", async (fault) => {
    const { client, shop, clock } = await stage({ fault, count: 2 });
    expect(await client.graphql(read)).toEqual(good);
    expect(shop.simulator.requests.map((request) => request.fault)).toEqual([
      fault,
      fault,
      undefined,
    ]);
    expect(clock.sleeps).toEqual(fault === "rate-limited" ? [1000, 1000] : [500, 1000]);
  });
});

test("what was changed before the connection broke was changed once", async () => {
  const { client, shop } = await stage({ fault: "reset-within", count: 1 });
  expect((await failure(client.graphql(write))).code).toBe("GITLAB_UNREACHABLE");
  expect(shop.simulator.requests).toHaveLength(1);
  expect(shop.simulator.state.items.get(21)?.starredBy).toEqual(new Set(["mia"]));
});

test("faults come one after the other, may be added, and may be cleared", async () => {
  const { client, shop } = await stage({ fault: "server-error", count: 1 }, { fault: "forbidden" });
  expect((await failure(client.graphql(read))).code).toBe("GITLAB_UNAVAILABLE");
  expect((await failure(client.graphql(read))).code).toBe("GITLAB_FORBIDDEN");
  shop.simulator.faults.clear();
  expect(await client.graphql(read)).toEqual(good);
  shop.simulator.faults.add({ fault: "not-found", count: 1 });
  expect((await failure(client.graphql(read))).code).toBe("GITLAB_NOT_FOUND");
  expect(await client.graphql(read)).toEqual(good);
});

test("the REST API has them too", async () => {
  const { client } = await stage(
    { fault: "conflict", count: 1 },
    { fault: "unauthorized", count: 1 },
  );
  const user = { method: "GET", path: "/user", purpose: "reading the user" } as const;
  expect((await failure(client.rest(user))).message).toContain("409");
  expect((await failure(client.rest(user))).message).toContain("401 Unauthorized");
  expect(await client.rest(user)).toMatchObject({ username: "mia" });
});

describe("on the command line", () => {
  test.each([
    ["reset", { fault: "reset" }],
    ["bad-gateway:3", { fault: "bad-gateway", count: 3 }],
  ])("%s", (text, planned) => {
    expect(parseFault(text)).toEqual(planned);
  });

  test.each([
    ["resett", 'there is no fault "resett"', 'did you mean "reset"?'],
    ["", 'there is no fault ""', "one of: bad-gateway, conflict"],
    ["__proto__", 'there is no fault "__proto__"', "one of:"],
    ["reset:0", '"reset:0" says no number', "write reset, or reset:3"],
    ["reset:", '"reset:" says no number', "write reset"],
    ["reset:1:2", '"reset:1:2" says no number', "write reset"],
  ])("%j is refused", (text, message, hint) => {
    expect(() => parseFault(text)).toThrow(
      expect.objectContaining({
        code: "SIMULATOR_FAULT_UNKNOWN",
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      }),
    );
  });
});
