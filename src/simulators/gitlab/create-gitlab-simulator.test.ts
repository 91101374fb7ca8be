import { afterEach, describe, expect, test } from "vitest";
import { diskFiles } from "../../platform/index.ts";
import { type RunningServer, serve } from "../serve.ts";
import { ask, at, shopFolder, shopOf, rest, type Shop } from "../testing/shop.ts";
import { loadCatalog } from "./catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

const servers: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function served(shop: Shop): Promise<string> {
  const server = await serve(shop.simulator, { port: 0 });
  servers.push(server);
  return server.url;
}

const me = JSON.stringify({ query: "{ currentUser { username } }" });

async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body = me,
): Promise<[number, unknown]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return [response.status, await response.json()];
}

describe("tokens of the GraphQL API", () => {
  const dev = [200, { data: { currentUser: { username: "dev" } } }] as const;
  const refused = [401, { errors: [{ message: "Invalid token" }] }] as const;

  test("wherever one is taken from", async () => {
    const url = `${await served(openShop())}/api/graphql`;
    expect(await post(url, { authorization: "Bearer shop-reader-token" })).toEqual(dev);
    expect(await post(url, { "private-token": "shop-reader-token" })).toEqual(dev);
    expect(await post(`${url}?private_token=shop-reader-token`, {})).toEqual(dev);
    expect(await post(`${url}?access_token=shop-reader-token`, {})).toEqual(dev);
    expect(await post(url, {})).toEqual([200, { data: { currentUser: null } }]);
  });

  test.each([
    ["wrong", "nonsense"],
    ["expired", "shop-expired-token"],
    ["revoked", "shop-revoked-token"],
    ["without the scope", "shop-profile-token"],
    ["of a job", "shop-job-token"],
  ])("one that is %s is refused", async (...[, token]) => {
    const url = `${await served(openShop())}/api/graphql`;
    expect(await post(url, { authorization: `Bearer ${token}` })).toEqual(refused);
  });

  test("a job's own header, a blocked user, and a day that passes", async () => {
    const shop = openShop();
    const url = `${await served(shop)}/api/graphql`;
    expect(await post(url, { "job-token": "shop-job-token" })).toEqual(refused);
    expect(await post(url, { "private-token": "shop-blocked-token" })).toEqual([
      403,
      { errors: [{ message: "API not accessible for user" }] },
    ]);
    shop.simulator.state.tokens.push({
      ...shop.simulator.state.tokens[0]!,
      name: "brief",
      token: "shop-brief-token",
      expires: "2026-06-01T12:30:00Z",
    });
    expect((await post(url, { "private-token": "shop-brief-token" }))[0]).toBe(200);
    shop.clock.advance(3_600_000);
    expect((await post(url, { "private-token": "shop-brief-token" }))[0]).toBe(401);
  });
});

describe("the GraphQL endpoint", () => {
  test("several operations at once", async () => {
    const url = `${await served(openShop())}/api/graphql`;
    const [status, body] = await post(
      url,
      {},
      JSON.stringify([{ query: '{ echo(text: "a") }' }, { query: "{ nope }" }]),
    );
    expect(status).toBe(200);
    expect(body).toEqual([
      { data: { echo: "nil says: a" } },
      {
        errors: [
          expect.objectContaining({ message: "Field 'nope' doesn't exist on type 'Query'" }),
        ],
      },
    ]);
  });

  test("by GET, though no change", async () => {
    const url = `${await served(openShop())}/api/graphql`;
    const response = await fetch(
      `${url}?query=${encodeURIComponent("query A($t: String!) { echo(text: $t) }")}&variables=${encodeURIComponent('{"t":"b"}')}`,
    );
    expect(await response.json()).toEqual({ data: { echo: "nil says: b" } });
    const change = await fetch(
      `${url}?query=${encodeURIComponent('mutation { destroyNote(input: { id: "gid://gitlab/Note/1" }) { errors } }')}`,
    );
    expect(change.status).toBe(422);
  });

  test.each<[string, string, number, string]>([
    ["no JSON", "{", 422, "Unexpected end of document"],
    [
      "a query that is too large",
      JSON.stringify({ query: `{ a }${" ".repeat(10_000)}` }),
      422,
      "Query too large",
    ],
    [
      "variables that are none",
      JSON.stringify({ query: "{ a }", variables: [1] }),
      422,
      "Variables are invalid",
    ],
    [
      "variables as a text that is none",
      JSON.stringify({ query: "{ a }", variables: "{" }),
      422,
      "Variables are invalid",
    ],
    [
      "values that are nested too deeply",
      `{"query":"{ a }","variables":${"[".repeat(5000)}${"]".repeat(5000)}}`,
      422,
      "Variables are nested too deeply",
    ],
    ["no operation", "[1]", 422, "Unexpected parameter"],
  ])("%s", async (...[, body, status, message]) => {
    const url = `${await served(openShop())}/api/graphql`;
    expect(await post(url, {}, body)).toEqual([status, { errors: [{ message }] }]);
  });

  test("a body that is too large is not read to its end", async () => {
    const url = await served(openShop({ maxBodyBytes: 1000 }));
    const response = await fetch(`${url}/api/graphql`, {
      method: "POST",
      body: "x".repeat(5000),
    }).catch(() => undefined);
    expect(response?.status ?? 413).toBe(413);
  });
});

describe("limits of requests", () => {
  test("are told in every answer, and hold", async () => {
    const catalog = { instance: { requests_per_minute: 2 } };
    const shop = openShop({ catalog });
    const first = await ask(shop, '{ echo(text: "") }', { token: "" });
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "ratelimit-limit": "2",
      "ratelimit-name": "throttle_unauthenticated_api",
      "ratelimit-observed": "1",
      "ratelimit-remaining": "1",
      "ratelimit-reset": "1780315260",
    });
    await ask(shop, '{ echo(text: "") }', { token: "" });
    const third = await shop.simulator(new Request("http://127.0.0.1/api/v4/version"));
    expect(third.status).toBe(429);
    expect(await third.text()).toBe("Retry later");
    expect(third.headers.get("retry-after")).toBe("60");
    shop.clock.advance(60_000);
    expect((await ask(shop, '{ echo(text: "") }', { token: "" })).status).toBe(200);
  });
});

test("latency, and what was asked", async () => {
  const shop = openShop({ latencyMs: 40 });
  await ask(shop, "{ currentUser { username } }");
  expect(shop.clock.sleeps).toEqual([40]);
  expect(shop.simulator.requests).toMatchObject([
    { method: "POST", path: "/api/graphql", token: "reader", fault: undefined },
  ]);
});

test.each([
  ["/", 302],
  ["/shop/agents", 302],
  ["/users/sign_in", 200],
  ["/api/v3/user", 404],
  ["/api/v4/nothing", 404],
  ["/api/v4/projects/%E0%A4%A/merge_requests/3", 404],
])("%s answers %i", async (path, status) => {
  const url = await served(openShop());
  const response = await fetch(`${url}${path}`, { redirect: "manual" });
  expect(response.status).toBe(status);
  expect(response.headers.get("location")).toBe(status === 302 ? "/users/sign_in" : null);
});

describe("the REST API", () => {
  const notes = "projects/7/merge_requests/3/notes";
  const sha = "3f1c6a2b9d8e4f70a1b2c3d4e5f60718293a4b5c";

  test.each<[string, string, unknown]>([
    ["GET user", "reader", { username: "dev", id: 3 }],
    ["GET user", "profile", { username: "mia" }],
    ["GET version", "reader", { version: "19.3.0" }],
    ["GET metadata", "reader", { enterprise: true }],
    [
      "GET personal_access_tokens/self",
      "writer",
      { name: "writer", scopes: ["api"], active: true, user_id: 2 },
    ],
    ["GET projects/shop%2Fagents", "reader", { id: 7, path_with_namespace: "shop/agents" }],
    ["GET projects/7/merge_requests/3", "job", { iid: 3, sha }],
  ])("%s with %s", async (...[line, token, body]) => {
    const answer = await rest(openShop(), line, { token });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(Object(body));
  });

  test.each<[string, string, number, unknown]>([
    ["GET user", "", 401, { message: "401 Unauthorized" }],
    ["GET user", "wrong", 401, { message: "401 Unauthorized" }],
    [
      "GET user",
      "expired",
      401,
      { error: "invalid_token", error_description: expect.stringContaining("expired") },
    ],
    [
      "GET user",
      "revoked",
      401,
      { error: "invalid_token", error_description: expect.stringContaining("revoked") },
    ],
    ["GET user", "blocked", 403, { message: expect.stringContaining("blocked") }],
    ["GET version", "profile", 403, { error: "insufficient_scope", scope: "api read_api" }],
    ["GET user", "job", 401, { message: "401 Unauthorized" }],
    [`POST ${notes}`, "reader", 403, { error: "insufficient_scope", scope: "api" }],
    [`POST ${notes}`, "job", 401, { message: "401 Unauthorized" }],
    [`POST projects/7/statuses/${sha}`, "job", 401, { message: "401 Unauthorized" }],
    ["GET projects/8", "outsider", 404, { message: "404 Project Not Found" }],
    ["GET projects/7/merge_requests/99", "reader", 404, { message: "404 Not found" }],
    ["DELETE user", "writer", 405, { error: "405 Not Allowed" }],
  ])("%s with %j is refused", async (...[line, token, status, body]) => {
    const answer = await rest(openShop(), line, { token });
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(Object(body))]);
  });

  test("notes are written, changed, listed page by page, and removed", async () => {
    const shop = openShop();
    for (let count = 1; count <= 22; count += 1) {
      const made = await rest(shop, `POST ${notes}`, {
        token: "writer",
        body: { body: `note ${count}` },
      });
      expect(made.status).toBe(201);
    }
    const first = await rest(shop, `GET ${notes}`, { token: "job" });
    expect(first.body).toHaveLength(20);
    expect(at(first.body, 0)).toMatchObject({
      body: "note 22",
      author: { username: "mia" },
      type: null,
    });
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "x-page": "1",
      "x-next-page": "2",
      "x-prev-page": "",
      "x-total": "24",
      "x-total-pages": "2",
      link: expect.stringContaining('page=2&per_page=20>; rel="next"'),
    });
    const last = await rest(shop, `GET ${notes}?page=2&sort=asc&per_page=20`);
    expect(last.body).toHaveLength(4);
    expect(last.headers.get("x-next-page")).toBe("");
    const oldest = await rest(shop, `GET ${notes}?sort=asc&per_page=2`);
    expect(oldest.body).toMatchObject([
      { type: null },
      { type: "DiscussionNote", body: "It does not." },
    ]);
    const id = String(at(first.body, 0, "id"));
    const changed = await rest(shop, `PUT ${notes}/${id}`, {
      token: "writer",
      body: { body: "better" },
    });
    expect([changed.status, at(changed.body, "body")]).toEqual([200, "better"]);
    const foreign = String(at(oldest.body, 1, "id"));
    expect(
      (await rest(shop, `PUT ${notes}/${foreign}`, { token: "admin", body: { body: "x" } })).status,
    ).toBe(200);
    expect((await rest(shop, `DELETE ${notes}/${id}`, { token: "writer" })).status).toBe(204);
    expect((await rest(shop, `GET ${notes}/${id}`)).status).toBe(404);
  });

  test.each<[unknown, unknown]>([
    [{}, { error: "body is missing" }],
    [{ body: " " }, { message: { note: ["can't be blank"] } }],
    [{ body: "a".repeat(1_000_001) }, { message: { note: [expect.stringContaining("too long")] } }],
  ])("a note of %.40j is refused", async (body, said) => {
    const answer = await rest(openShop(), `POST ${notes}`, { token: "writer", body });
    expect([answer.status, answer.body]).toEqual([400, said]);
  });

  test("a form is taken as well as JSON", async () => {
    const shop = openShop();
    const answer = await shop.simulator(
      new Request(`http://127.0.0.1/api/v4/${notes}`, {
        method: "POST",
        headers: {
          "private-token": "shop-writer-token",
          "content-type": "application/x-www-form-urlencoded",
        },
        body: "body=from+a+form",
      }),
    );
    expect(await answer.json()).toMatchObject({ body: "from a form" });
  });

  test("statuses are made, and changed by name", async () => {
    const shop = openShop();
    const line = `POST projects/7/statuses/${sha}`;
    const send = (body: unknown): ReturnType<typeof rest> =>
      rest(shop, line, { token: "writer", body });
    expect(await send({ state: "running", name: "eval" })).toMatchObject({
      status: 201,
      body: { status: "running", name: "eval" },
    });
    expect(
      await send({
        state: "success",
        name: "eval",
        description: "all good",
        target_url: "https://example.com/1",
      }),
    ).toMatchObject({
      status: 201,
      body: { status: "success", description: "all good" },
    });
    expect(await send({ state: "failed" })).toMatchObject({
      status: 201,
      body: { name: "default" },
    });
    const listed = await rest(shop, `GET projects/7/repository/commits/${sha}/statuses`);
    expect(listed.body).toMatchObject([{ name: "eval", status: "success" }, { name: "default" }]);
  });

  test.each<[unknown, unknown]>([
    [{}, { error: "state is missing" }],
    [{ state: "great" }, { error: "state does not have a valid value" }],
    [
      { state: "success", description: "a".repeat(256) },
      { message: { description: [expect.stringContaining("too long")] } },
    ],
    [
      { state: "success", target_url: "javascript:x" },
      { message: { target_url: [expect.stringContaining("schemes")] } },
    ],
  ])("a status of %.60j is refused", async (body, said) => {
    const answer = await rest(openShop(), `POST projects/7/statuses/${sha}`, {
      token: "writer",
      body,
    });
    expect([answer.status, answer.body]).toEqual([400, said]);
  });
});
