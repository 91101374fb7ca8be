import { describe, expect, test } from "vitest";
import { lintText } from "../../../lint/index.ts";
import { diskFiles } from "../../../platform/index.ts";
import { readServiceYaml } from "../../../yaml/index.ts";
import { ask, at, shopFolder, shopOf } from "../../testing/shop.ts";
import { loadCatalog } from "../catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

const item = (id: number): string => `"gid://gitlab/Ai::Catalog::Item/${id}"`;
const version = (id: number): string => `"gid://gitlab/Ai::Catalog::ItemVersion/${id}"`;
const shop = openShop();

describe("items", () => {
  test("one, with its newest release and its newest version", async () => {
    const { status, body } = await ask(
      shop,
      `{ aiCatalogItem(id: ${item(21)}) {
        __typename id itemType name public visibility foundational foundationalFlowReference
        ... on AiCatalogAgent { foundationalAgentReference }
        verificationLevel softDeleted createdAt starCount project { id fullPath group { fullPath } }
        released: latestVersion(released: true) { id versionName humanVersionName releasedAt }
        latest: latestVersion { versionName humanVersionName released releasedAt createdBy { username } }
      } }`,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        aiCatalogItem: {
          __typename: "AiCatalogAgent",
          id: "gid://gitlab/Ai::Catalog::Item/21",
          itemType: "AGENT",
          name: "Stock Keeper",
          public: true,
          visibility: "PUBLIC",
          foundational: true,
          foundationalFlowReference: null,
          foundationalAgentReference: "stock_keeper",
          verificationLevel: "GITLAB_MAINTAINED",
          softDeleted: false,
          createdAt: "2026-02-01T00:00:00Z",
          starCount: 12,
          project: {
            id: "gid://gitlab/Project/7",
            fullPath: "shop/agents",
            group: { fullPath: "shop" },
          },
          released: {
            id: "gid://gitlab/Ai::Catalog::ItemVersion/211",
            versionName: "1.1.0",
            humanVersionName: "v1.1.0",
            releasedAt: "2026-03-05T10:00:00Z",
          },
          latest: {
            versionName: "1.2.0",
            humanVersionName: "v1.2.0-draft",
            released: false,
            releasedAt: null,
            createdBy: { username: "dev" },
          },
        },
      },
    });
  });

  test.each<[string, number, string, boolean]>([
    ["everybody sees what is public", 21, "", true],
    ["nobody sees what is private without a token", 23, "", false],
    ["nor with a token of somebody else", 23, "outsider", false],
    ["a guest of the project does", 23, "reader", true],
    ["an administrator does", 23, "admin", true],
    ["what is not there", 999, "admin", false],
    ["what was deleted", 26, "admin", false],
  ])("%s", async (...[, id, token, isSeen]) => {
    const { status, body } = await ask(shop, `{ aiCatalogItem(id: ${item(id)}) { name } }`, {
      token,
    });
    expect(status).toBe(200);
    expect(Object.keys(Object(body))).toEqual(["data"]);
    expect(at(body, "data", "aiCatalogItem") !== null).toBe(isSeen);
  });

  test("what was deleted is there for who manages it, and asks for it", async () => {
    const query = `{ aiCatalogItem(id: ${item(26)}, showSoftDeleted: true) { softDeleted } }`;
    const [manager, reader] = [await ask(shop, query, { token: "writer" }), await ask(shop, query)];
    expect(at(manager.body, "data", "aiCatalogItem")).toEqual({ softDeleted: true });
    expect(at(reader.body, "data", "aiCatalogItem")).toBeNull();
  });

  test.each<[string, string, readonly string[]]>([
    [
      "all, maintained ones first",
      "",
      ["Developer", "Stock Keeper", "Restock", "Window Dresser", "Parcel Robot", "Wine Advisor"],
    ],
    ["of a type", "(itemType: FLOW)", ["Developer", "Restock", "Window Dresser"]],
    [
      "of types",
      "(itemTypes: [AGENT, THIRD_PARTY_FLOW])",
      ["Stock Keeper", "Parcel Robot", "Wine Advisor"],
    ],
    ["by words", '(search: "STOCK")', ["Stock Keeper", "Restock"]],
    [
      "by stars",
      "(itemTypes: [AGENT, FLOW], sort: STAR_COUNT_DESC, first: 2)",
      ["Stock Keeper", "Restock"],
    ],
    ["none", '(search: "zebra")', []],
  ])("%s", async (...[, args, names]) => {
    const { body } = await ask(shop, `{ aiCatalogItems${args} { nodes { name } } }`);
    expect(at(body, "data", "aiCatalogItems", "nodes")).toEqual(names.map((name) => ({ name })));
  });

  test("the placeholder that GitLab seeds", async () => {
    const { body } = await ask(
      shop,
      `{ aiCatalogItem(id: ${item(25)}) { project { id } foundationalFlowReference
        latestVersion(released: true) { versionName ... on AiCatalogFlowVersion { definition } } } }`,
    );
    const found = at(body, "data", "aiCatalogItem");
    expect(found).toMatchObject({ project: null, foundationalFlowReference: "developer/v1" });
    const definition = String(at(found, "latestVersion", "definition"));
    expect(definition).toContain("name: foundationalFlow\n");
    expect(definition).toContain('prompt_version: "0.0.0"');
  });
});

describe("versions", () => {
  test("newest first, with the texts of flows as they were written", async () => {
    const { body } = await ask(
      shop,
      `{ aiCatalogItem(id: ${item(22)}) { versions { count nodes {
        versionName deprecated ... on AiCatalogFlowVersion { definition } } } } }`,
    );
    const versions = at(body, "data", "aiCatalogItem", "versions");
    expect(versions).toMatchObject({
      count: 3,
      nodes: [
        { versionName: "2.0.0", deprecated: false },
        { versionName: "1.1.0", deprecated: false },
        { versionName: "1.0.0", deprecated: true },
      ],
    });
    expect(at(versions, "nodes", 0, "definition")).toContain("and order it.\n");
  });

  test("the feed of public ones, without those that are deprecated", async () => {
    const query = (args: string): string =>
      `{ aiCatalogItemVersions${args} { nodes { id item { name } } } }`;
    const all = await ask(shop, query(""));
    const names = JSON.stringify(all.body);
    expect(names).not.toContain("Wine Advisor");
    expect(names).not.toContain("/220");
    expect(names).toContain("/222");
    const late = await ask(shop, query('(createdAfter: "2026-04-15T00:00:00Z")'));
    expect(at(late.body, "data", "aiCatalogItemVersions", "nodes")).toEqual([
      { id: "gid://gitlab/Ai::Catalog::ItemVersion/222", item: { name: "Restock" } },
    ]);
    const old = await ask(shop, query("(excludeDeprecated: false)"));
    expect(JSON.stringify(old.body)).toContain("/220");
  });
});

describe("the flow config of an agent", () => {
  const config = async (id: number, token = "reader"): Promise<unknown> => {
    const query = `{ aiCatalogAgentFlowConfig(agentVersionId: ${version(id)}, flowConfigType: CHAT) }`;
    const { body } = await ask(shop, query, { token });
    expect(Object.keys(Object(body))).toEqual(["data"]);
    return at(body, "data", "aiCatalogAgentFlowConfig");
  };

  test("is made of the version, and the service takes it", async () => {
    const text = String(await config(211));
    expect(text.startsWith("---\nversion: v1\nenvironment: chat-partial\n")).toBe(true);
    expect(text).toContain("- name: 21/0\n  type: AgentComponent\n  prompt_id: 21/0_prompt\n");
    expect(text).toContain('      Say what is missing: "nothing" is an answer too.\n    user:');
    const problems = lintText(text, "stock_keeper/1.1.0.yml").filter(
      ({ origin }) => origin === "service",
    );
    expect(problems).toEqual([]);
  });

  test.each<[string, number]>([
    ["a flow's version", 222],
    ["a version that is not there", 1],
  ])("%s has none", async (...[, id]) => {
    expect(await config(id)).toBeNull();
  });

  test("what one may not see has none", async () => {
    expect(await config(230, "outsider")).toBeNull();
    expect(await config(230)).toContain("bottle");
  });

  test.each([
    "one line",
    "two\nlines\n",
    "  indented first\n",
    "kept ends\n\n\n",
    "tabs\tand \u0007bells\nline",
    "trailing blanks \n\n  in blocks  \nx",
    "- a: b # c",
    "'\"{{goal}}\"'",
    "yes",
    "12:30",
    "é日本🙂\nx",
    "a\r\nb",
    "\u2028x\ny",
    "#x\n# y\n",
    "",
  ])("%j comes through as a prompt", async (prompt) => {
    const { simulator, clock, defects } = openShop();
    const record = simulator.state.items.get(21)!;
    const added = simulator.state.addVersion(record, { version: "9.0.0", system_prompt: prompt });
    const { body } = await ask(
      { simulator },
      `{ aiCatalogAgentFlowConfig(agentVersionId: ${version(added.id)}, flowConfigType: CHAT) }`,
    );
    const text = String(at(body, "data", "aiCatalogAgentFlowConfig"));
    const { value, problems } = readServiceYaml(text, "x.yml");
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(JSON.stringify([...flatten(value)])).toContain(JSON.stringify(prompt).slice(1, -1));
    expect([...flatten(value)]).toContain(prompt);
    expect([clock.sleeps, defects]).toEqual([[], []]);
  });
});

function* flatten(value: unknown): Generator {
  if (value instanceof Map) for (const each of value.values()) yield* flatten(each);
  else if (Array.isArray(value)) for (const each of value) yield* flatten(each);
  else yield value;
}

describe("pages", () => {
  const many = openShop();
  for (let id = 5000; id < 5250; id += 1) {
    many.simulator.state.addItem({
      id,
      type: "agent",
      name: `Agent ${id}`,
      versions: [{ version: "1.0.0", system_prompt: "x" }],
    });
  }

  test("follow each other until the end, and are never larger than 100", async () => {
    const seen: unknown[] = [];
    const sizes: number[] = [];
    let after: unknown = null;
    for (let hasNext = true; hasNext;) {
      const { body } = await ask(
        many,
        `query Pages($after: String) { aiCatalogItems(itemType: AGENT, search: "Agent ", first: 500, after: $after) {
          nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { variables: { after } },
      );
      const page = at(body, "data", "aiCatalogItems");
      const nodes = at(page, "nodes");
      if (!Array.isArray(nodes)) throw new TypeError("no nodes");
      sizes.push(nodes.length);
      seen.push(...nodes.map((node) => at(node, "id")));
      hasNext = at(page, "pageInfo", "hasNextPage") === true;
      after = at(page, "pageInfo", "endCursor");
    }
    expect(sizes).toEqual([100, 100, 50]);
    expect(new Set(seen).size).toBe(250);
  });

  test.each<[string, string, unknown]>([
    ["a count that stops", "{ count(limit: 5) }", { count: 6 }],
    ["a count that does not", "{ count }", { count: 252 }],
  ])("%s", async (...[, fields, expected]) => {
    const { body } = await ask(many, `{ aiCatalogItems(itemType: AGENT, search: "e") ${fields} }`);
    expect(at(body, "data", "aiCatalogItems")).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ["a cursor that is none", '(after: "x")', "Please provide a valid cursor"],
    ["both ends", "(first: 1, last: 1)", "Can only provide either `first` or `last`, not both"],
  ])("%s is refused", async (...[, args, message]) => {
    const { body } = await ask(many, `{ aiCatalogItems${args} { nodes { id } } }`);
    expect(at(body, "errors", 0, "message")).toBe(message);
  });

  test("from the end", async () => {
    const { body } = await ask(
      shop,
      "{ aiCatalogBuiltInTools(last: 1) { nodes { name } pageInfo { hasPreviousPage hasNextPage } } }",
    );
    expect(at(body, "data", "aiCatalogBuiltInTools")).toEqual({
      nodes: [{ name: "read_file" }],
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    });
  });
});

test.each<[string, string, unknown]>([
  [
    "tools",
    "{ aiCatalogBuiltInTools { nodes { id name title } } }",
    expect.objectContaining({
      nodes: expect.arrayContaining([
        { id: "gid://gitlab/Ai::Catalog::BuiltInTool/1", name: "get_issue", title: "Get Issue" },
      ]),
    }),
  ],
  [
    "the tools of a version",
    `{ aiCatalogItem(id: ${item(21)}) { latestVersion { ... on AiCatalogAgentVersion { systemPrompt tools { nodes { name } } mcpTools } } } }`,
    {
      latestVersion: {
        systemPrompt: expect.stringContaining("something new"),
        tools: {
          nodes: [{ name: "get_issue" }, { name: "list_issues" }, { name: "create_issue_note" }],
        },
        mcpTools: [],
      },
    },
  ],
  [
    "the definition of somebody else",
    `{ aiCatalogItem(id: ${item(24)}) { latestVersion { ... on AiCatalogThirdPartyFlowVersion { definition } } } }`,
    { latestVersion: { definition: expect.stringMatching(/^image: /) } },
  ],
  [
    "where an item is enabled",
    `{ aiCatalogConfiguredItems(projectId: "gid://gitlab/Project/8") { nodes { pinnedVersionPrefix pinnedItemVersion { versionName } item { name } project { fullPath } } } }`,
    {
      nodes: [
        {
          pinnedVersionPrefix: "1.1.0",
          pinnedItemVersion: { versionName: "1.1.0" },
          item: { name: "Restock" },
          project: { fullPath: "shop/cellar" },
        },
      ],
    },
  ],
  [
    "the instance's own agents",
    "{ aiFoundationalChatAgents { nodes { id referenceWithVersion tools { name } } } }",
    {
      nodes: [
        {
          id: "gid://gitlab/Ai::FoundationalChatAgent/chat",
          referenceWithVersion: "chat",
          tools: [],
        },
        {
          id: "gid://gitlab/Ai::FoundationalChatAgent/stock_keeper-v1",
          referenceWithVersion: "stock_keeper/v1",
          tools: [{ name: "get_issue" }],
        },
      ],
    },
  ],
  [
    "both kinds",
    `{ aiCatalogCustomAndFoundationalItems(search: "stock k") { nodes { ... on AiCatalogAgent { name } ... on AiFoundationalChatAgent { reference } } } }`,
    { nodes: [{ reference: "stock_keeper" }, { name: "Stock Keeper" }] },
  ],
  [
    "a project",
    '{ project(fullPath: "shop/agents") { id aiCatalogItems(search: "Restock") { nodes { name } } } }',
    { id: "gid://gitlab/Project/7", aiCatalogItems: { nodes: [{ name: "Restock" }] } },
  ],
  ["who asks", "{ currentUser { username } }", { username: "dev" }],
])("%s", async (...[, query, expected]) => {
  const { body } = await ask(shop, query);
  expect(Object.keys(Object(body)), JSON.stringify(body)).toEqual(["data"]);
  expect(Object.values(Object(at(body, "data")))).toEqual([expected]);
});

test("a private project is not there for others", async () => {
  const query = '{ project(fullPath: "shop/cellar") { id } }';
  expect((await ask(shop, query, { token: "outsider" })).body).toEqual({ data: { project: null } });
  expect((await ask(shop, query)).body).toEqual({
    data: { project: { id: "gid://gitlab/Project/8" } },
  });
});
