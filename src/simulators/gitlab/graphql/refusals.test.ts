import {
  type IntrospectionQuery,
  buildClientSchema,
  validate,
  parse,
  getIntrospectionQuery,
} from "graphql";
import { describe, expect, test } from "vitest";
import { diskFiles } from "../../../platform/index.ts";
import { ask, at, shopFolder, shopOf } from "../../testing/shop.ts";
import { loadCatalog } from "../catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

const shop = openShop();
const stock = '"gid://gitlab/Ai::Catalog::Item/21"';

test.each<[string, string, Readonly<Record<string, unknown>>]>([
  [
    "an unknown field",
    `{ aiCatalogItem(id: ${stock}) { steps } }`,
    {
      message: "Field 'steps' doesn't exist on type 'AiCatalogItem'",
      extensions: { code: "undefinedField", typeName: "AiCatalogItem", fieldName: "steps" },
    },
  ],
  [
    "an unknown argument",
    "{ aiCatalogItems(color: 1) { count } }",
    {
      message: "Field 'aiCatalogItems' doesn't accept argument 'color'",
      extensions: {
        code: "argumentNotAccepted",
        name: "aiCatalogItems",
        typeName: "Query",
        argumentName: "color",
      },
    },
  ],
  [
    "an argument that is missing",
    "{ aiCatalogItem { id } }",
    { message: "Field 'aiCatalogItem' is missing required arguments: id" },
  ],
  [
    "an unknown type",
    "query A($id: Nope) { aiCatalogItem(id: $id) { id } }",
    { message: "No such type Nope, so it can't be used here" },
  ],
  [
    "a variable of no use",
    'query A($id: AiCatalogItemID!) { echo(text: "") }',
    { message: "Variable $id is declared but not used" },
  ],
  [
    "an unknown key of an input",
    'mutation { aiCatalogItemStar(input: { id: "gid://gitlab/Ai::Catalog::Item/21", starred: true, color: 1 }) { errors } }',
    { message: "InputObject 'AiCatalogItemStarInput' doesn't accept argument 'color'" },
  ],
  [
    "an id that is none",
    '{ aiCatalogItem(id: "348") { id } }',
    { message: '"348" is not a valid Global ID' },
  ],
  [
    "an id of something else",
    '{ aiCatalogItem(id: "gid://gitlab/User/1") { id } }',
    { message: '"gid://gitlab/User/1" does not represent an instance of Ai::Catalog::Item' },
  ],
  ["what is no query", "{", { message: expect.stringContaining("Syntax Error") }],
  [
    "two selections of one name",
    `{ aiCatalogItem(id: ${stock}) { latestVersion { id } latestVersion(released: true) { id } } }`,
    { extensions: { code: "invalidQuery" } },
  ],
])("%s is refused as GitLab does", async (...[, query, error]) => {
  const { status, body } = await ask(shop, query, { token: "writer" });
  expect(status).toBe(200);
  expect(body).not.toHaveProperty("data");
  expect(at(body, "errors")).toEqual(expect.arrayContaining([expect.objectContaining(error)]));
});

test("an id in a variable", async () => {
  const { body } = await ask(
    shop,
    "query A($id: AiCatalogItemID!) { aiCatalogItem(id: $id) { id } }",
    { variables: { id: "gid://gitlab/User/1" } },
  );
  expect(at(body, "errors", 0, "message")).toBe(
    '"gid://gitlab/User/1" does not represent an instance of Ai::Catalog::Item',
  );
});

describe("limits", () => {
  const wide =
    "{ aiCatalogItems { nodes { versions { nodes { id versionName item { id name description } createdBy { id name username } } } project { group { id name path fullPath fullName webUrl } id name path fullPath nameWithNamespace description archived visibility webUrl } latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } a: latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } b: latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } c: latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } d: latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } e: latestVersion { id versionName humanVersionName released releasedAt createdAt updatedAt } } } }";

  test.each([
    ["", 200],
    ["reader", 250],
    ["admin", 300],
  ])("of complexity, with token %j", async (token, limit) => {
    const small = await ask(shop, "{ queryComplexity { score limit } }", { token });
    expect(at(small.body, "data", "queryComplexity")).toEqual({ score: 3, limit });
    const inner = wide.slice(2, -2);
    const twice = `{ ${inner} ${inner.replace("aiCatalogItems", "again: aiCatalogItems")} }`;
    const { status, body } = await ask(shop, twice, { token });
    expect(status).toBe(200);
    expect(at(body, "errors", 0, "message")).toMatch(
      new RegExp(`^Query has complexity of \\d+, which exceeds max complexity of ${limit}$`),
    );
  });

  test("fewer items at a time cost less", async () => {
    const { body } = await ask(
      shop,
      wide
        .replace("aiCatalogItems", "aiCatalogItems(first: 1)")
        .replace("versions {", "versions(first: 1) {"),
    );
    expect(Object.keys(Object(body))).toEqual(["data"]);
  });

  test.each([
    ["", 15],
    ["reader", 20],
  ])("of depth, with token %j", async (token, limit) => {
    const nested = (depth: number): string =>
      `{ aiCatalogItem(id: ${stock}) { ${"latestVersion { item { ".repeat(depth)} id ${"} }".repeat(depth)} } }`;
    const within = await ask(shop, nested(6), { token });
    expect(Object.keys(Object(within.body))).toEqual(["data"]);
    const { body } = await ask(shop, nested(10), { token });
    expect(at(body, "errors", 0, "message")).toBe(
      `Query has depth of 22, which exceeds max depth of ${limit}`,
    );
    const far = await ask(shop, nested(150), { token });
    expect(at(far.body, "errors", 0, "message")).toContain("exceeds max depth");
  });

  test("fragments that multiply are counted, not executed", async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) =>
        `fragment f${index} on AiCatalogItemVersion { a: item { latestVersion { ...f${index + 1} } } b: item { latestVersion { ...f${index + 1} } } }`,
    );
    const { body } = await ask(
      shop,
      `{ aiCatalogItem(id: ${stock}) { latestVersion { ...f0 } } } ${fragments.join(" ")} fragment f30 on AiCatalogItemVersion { id }`,
    );
    expect(at(body, "errors", 0, "message")).toMatch(/exceeds max/);
  });

  test("of what a request may resolve", async () => {
    const consumers = openShop();
    for (let id = 8000; id < 8021; id += 1) {
      const project = consumers.simulator.state.projects.get(8)!;
      const record = consumers.simulator.state.items.get(22)!;
      consumers.simulator.state.consumers.set(id, {
        id,
        item: record,
        project,
        group: undefined,
        pinnedVersion: "1.1.0",
        parent: undefined,
        enabled: true,
      });
    }
    const { body } = await ask(
      consumers,
      '{ aiCatalogConfiguredItems(projectId: "gid://gitlab/Project/8") { nodes { pinnedItemVersion { id } } } }',
    );
    expect(at(body, "errors", 0, "message")).toContain(
      '"pinnedItemVersion" field can be requested only for 20 objects',
    );
  });
});

describe("introspection", () => {
  test("answers with the whole schema, which clients can build", async () => {
    const { body } = await ask(shop, getIntrospectionQuery());
    const dump: IntrospectionQuery = JSON.parse(JSON.stringify(at(body, "data")));
    const schema = buildClientSchema(dump);
    expect(schema.getQueryType()?.getFields()).toHaveProperty("aiCatalogItem");
    expect(validate(schema, parse("{ metadata { version } }"))).toEqual([]);
    expect(JSON.stringify(body)).not.toContain("_absent");
  });

  test("answers so whatever is asked about the schema without a name", async () => {
    const { body } = await ask(shop, '{ __type(name: "Query") { name } }');
    expect(at(body, "data", "__schema", "queryType")).toMatchObject({ name: "Query" });
  });

  test("is off inside of queries", async () => {
    const { body } = await ask(shop, "query Named { __schema { queryType { name } } }");
    expect(at(body, "errors", 0, "message")).toBe("Field '__schema' doesn't exist on type 'Query'");
  });
});

describe("older instances", () => {
  test.each<[string, string, string]>([
    ["18.9", "visibility", "19.2.0"],
    ["19.1", "visibility", "19.2"],
    ["18.9", "foundational", "18.10.0"],
    ["18.11", "starCount", "19.0.0"],
  ])(
    "%s does not know %s, and gives null where it is told since when it is",
    async (release, field, since) => {
      const old = openShop({ instanceVersion: release });
      const plain = await ask(old, `{ aiCatalogItem(id: ${stock}) { id ${field} } }`);
      expect(at(plain.body, "errors", 0, "extensions", "code")).toBe("undefinedField");
      const told = await ask(
        old,
        `{ aiCatalogItem(id: ${stock}) { name ${field} @gl_introduced(version: "${since}") } }`,
      );
      expect(told.body).toEqual({
        data: { aiCatalogItem: { name: "Stock Keeper", [field]: null } },
      });
      const known = await ask(
        shop,
        `{ aiCatalogItem(id: ${stock}) { ${field} @gl_introduced(version: "${since}") } }`,
      );
      expect(at(known.body, "data", "aiCatalogItem", field)).not.toBeNull();
    },
  );

  test("fragments, and what only they use, go with it", async () => {
    const old = openShop({ instanceVersion: "18.9" });
    const query = `query A($limit: Int, $id: AiCatalogItemID!) { aiCatalogItem(id: $id) { name
      ... on AiCatalogItem @gl_introduced(version: "19.2") { visibility }
      stars: versions(first: $limit) @gl_introduced(version: "19.0") { nodes { ...version } } } }
      fragment version on AiCatalogItemVersion { ...inner } fragment inner on AiCatalogItemVersion { deprecated }`;
    const { body } = await ask(old, query, {
      variables: { id: "gid://gitlab/Ai::Catalog::Item/21" },
    });
    expect(body).toEqual({ data: { aiCatalogItem: { name: "Stock Keeper", stars: null } } });
  });

  test.each<[string, string, boolean]>([
    ["18.9", "public: true", true],
    ["18.9", "visibility: PUBLIC", false],
    ["19.1", "public: true", true],
    ["19.2", "visibility: PUBLIC", true],
    ["19.3", "public: true", true],
  ])("%s takes %s: %s", async (release, given, isTaken) => {
    const old = openShop({ instanceVersion: release });
    const { body } = await ask(
      old,
      `mutation { aiCatalogAgentCreate(input: { projectId: "gid://gitlab/Project/7", name: "New", description: "d", ${given}, systemPrompt: "x" }) { errors item { public } } }`,
      { token: "writer" },
    );
    expect(at(body, "errors") === undefined).toBe(isTaken);
  });

  test("steps were there once", async () => {
    const query =
      '{ aiCatalogItem(id: "gid://gitlab/Ai::Catalog::Item/22") { latestVersion { ... on AiCatalogFlowVersion { steps { nodes { pinnedVersionPrefix } } } } } }';
    expect((await ask(openShop({ instanceVersion: "18.9" }), query)).body).toHaveProperty("data");
    expect((await ask(shop, query)).body).not.toHaveProperty("data");
  });

  test("only developers could read what is private", async () => {
    const query = '{ aiCatalogItem(id: "gid://gitlab/Ai::Catalog::Item/23") { id } }';
    expect(
      at((await ask(openShop({ instanceVersion: "18.9" }), query)).body, "data", "aiCatalogItem"),
    ).toBeNull();
    expect(at((await ask(shop, query)).body, "data", "aiCatalogItem")).not.toBeNull();
  });

  test.each(["18.8", "17.0.0", "new", ""])("%j is not simulated", (release) => {
    expect(() => openShop({ instanceVersion: release })).toThrow(
      expect.objectContaining({ code: "SIMULATOR_VERSION_UNSUPPORTED" }),
    );
  });
});
