import { describe, expect, test } from "vitest";
import { diskFiles } from "../../../platform/index.ts";
import { ask, at, shopFolder, shopOf, type Shop } from "../../testing/shop.ts";
import { loadCatalog } from "../catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

const denied = expect.stringMatching(
  /^The resource that you are attempting to access does not exist/,
);
const flow =
  "version: v1\nenvironment: ambient\ncomponents: []\nrouters: []\nflow: { entry_point: a }\n";

interface Done {
  readonly body: unknown;
  /** Of the payload. */
  readonly result: unknown;
  readonly errors: unknown;
}

async function change(
  shop: Shop,
  name: string,
  {
    input,
    fields = "item { id }",
    token = "writer",
  }: { input: unknown; fields?: string; token?: string },
): Promise<Done> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { errors ${fields} } }`;
  const { status, body } = await ask(shop, query, { token, variables: { input } });
  expect(status).toBe(200);
  const result = at(body, "data", name);
  return { body, result, errors: at(result, "errors") };
}

const agent = {
  projectId: "gid://gitlab/Project/7",
  name: "Window Cleaner",
  description: "Cleans",
  visibility: "PUBLIC",
  systemPrompt: "You clean.",
};
const restock = { id: "gid://gitlab/Ai::Catalog::Item/22" };
const stock = { id: "gid://gitlab/Ai::Catalog::Item/21" };

describe("creating", () => {
  test("an agent: a draft unless it is released", async () => {
    const shop = openShop();
    const fields =
      "item { id name public project { fullPath } latestVersion { versionName released releasedAt createdBy { username } ... on AiCatalogAgentVersion { systemPrompt tools { nodes { name } } } } }";
    const draft = await change(shop, "aiCatalogAgentCreate", { input: agent, fields });
    expect(draft.result).toMatchObject({
      errors: [],
      item: {
        name: "Window Cleaner",
        public: true,
        project: { fullPath: "shop/agents" },
        latestVersion: {
          versionName: "1.0.0",
          released: false,
          releasedAt: null,
          createdBy: { username: "mia" },
        },
      },
    });
    const released = await change(shop, "aiCatalogAgentCreate", {
      input: { ...agent, release: true, tools: ["gid://gitlab/Ai::Catalog::BuiltInTool/3"] },
      fields,
    });
    expect(released.result).toMatchObject({
      item: {
        latestVersion: {
          released: true,
          releasedAt: "2026-06-01T12:00:00Z",
          tools: { nodes: [{ name: "read_file" }] },
        },
      },
    });
    expect(at(released.result, "item", "id")).not.toBe(at(draft.result, "item", "id"));
  });

  test("a flow, whose text comes back as it was", async () => {
    const shop = openShop();
    const text = `# mine\n${flow}`;
    const { systemPrompt: _, ...rest } = agent;
    const { result } = await change(shop, "aiCatalogFlowCreate", {
      input: { ...rest, definition: text, clientMutationId: "7" },
      fields:
        "clientMutationId item { latestVersion { ... on AiCatalogFlowVersion { definition } } }",
    });
    expect(result).toEqual({
      errors: [],
      clientMutationId: "7",
      item: { latestVersion: { definition: text } },
    });
  });

  test.each<[string, object, string]>([
    ["a short name", { name: "ab" }, "Name is too short (minimum is 3 characters)"],
    ["a long name", { name: "a".repeat(256) }, "Name is too long (maximum is 255 characters)"],
    ["no name", { name: " " }, "Name can't be blank"],
    [
      "a long description",
      { description: "a".repeat(1025) },
      "Description is too long (maximum is 1024 characters)",
    ],
    ["no prompt", { systemPrompt: " " }, "Versions definition system_prompt can't be blank"],
    [
      "too much",
      { systemPrompt: "a".repeat(82_000) },
      "Versions definition is too large (maximum is 80 KiB)",
    ],
    [
      "a tool that is none",
      { tools: ["gid://gitlab/Ai::Catalog::BuiltInTool/999"] },
      "Agent tools: there is no tool 999",
    ],
  ])("%s is said in the payload, and nothing is made", async (...[, part, message]) => {
    const shop = openShop();
    const before = shop.simulator.state.items.size;
    const { result, body } = await change(shop, "aiCatalogAgentCreate", {
      input: { ...agent, ...part },
    });
    expect(result).toEqual({ errors: [message], item: null });
    expect(body).not.toHaveProperty("errors");
    expect(shop.simulator.state.items.size).toBe(before);
  });

  test.each<[string, string, string]>([
    ["no YAML", "a: [", "Flow definition does not have a valid YAML syntax"],
    ["no map", "- a", "Flow definition does not have a valid YAML syntax"],
    ["a date", "a: 2026-01-01", "Flow definition does not have a valid YAML syntax"],
    [
      "parts that are missing",
      "version: v1\nenvironment: ambient",
      "missing required properties: components, routers, flow",
    ],
    ["another version", flow.replace("v1", "experimental"), "is not: v1"],
    ["another environment", flow.replace("ambient", "chat"), "not one of: ambient"],
    ["too much", `${flow}#${"a".repeat(41_000)}`, "too large (maximum is 40 KiB)"],
    ["what the service refuses", flow, "the service says no"],
  ])("a flow of %s", async (...[, definition, message]) => {
    const shop = openShop({ validateFlow: () => ["the service says no"] });
    const { systemPrompt: _, ...rest } = agent;
    const { errors } = await change(shop, "aiCatalogFlowCreate", {
      input: { ...rest, definition },
    });
    expect(errors).toEqual([expect.stringContaining(message)]);
    expect(shop.defects).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["with a token that only reads", agent, "reader"],
    ["without a token", agent, ""],
    [
      "in a project where one is no maintainer",
      { ...agent, projectId: "gid://gitlab/Project/8" },
      "profile",
    ],
    [
      "in a project that is not there",
      { ...agent, projectId: "gid://gitlab/Project/99" },
      "writer",
    ],
  ])("is denied %s", async (...[, input, token]) => {
    const shop = openShop();
    if (token === "profile") {
      shop.simulator.state.projects.get(8)?.members.set("mia", "developer");
      const { body } = await change(shop, "aiCatalogAgentCreate", { input });
      expect(body).toMatchObject({ errors: [{ message: denied }] });
      return;
    }
    const { body } = await change(shop, "aiCatalogAgentCreate", { input, token });
    expect(body).toMatchObject({
      data: { aiCatalogAgentCreate: null },
      errors: [{ message: denied, path: ["aiCatalogAgentCreate"] }],
    });
  });

  test.each([
    [{ public: true }, "Only one of [public, visibility]"],
    [{ visibility: null }, "One and only one of [public, visibility]"],
  ])("visibility is said once: %j", async (part, message) => {
    const { body } = await change(openShop(), "aiCatalogAgentCreate", {
      input: { ...agent, ...part },
    });
    expect(at(body, "errors", 0, "message")).toContain(message);
  });
});

describe("changing", () => {
  const fields =
    "item { name latestVersion { versionName released ... on AiCatalogFlowVersion { definition } } }";

  test.each([
    [undefined, "2.0.1"],
    ["PATCH", "2.0.1"],
    ["MINOR", "2.1.0"],
    ["MAJOR", "3.0.0"],
  ])(
    "what was released becomes a draft of the next version: %s",
    async (versionBump, versionName) => {
      const shop = openShop();
      const input = { ...restock, definition: flow, versionBump };
      const { result } = await change(shop, "aiCatalogFlowUpdate", { input, fields });
      expect(at(result, "item", "latestVersion")).toEqual({
        versionName,
        released: false,
        definition: flow,
      });
      const { body } = await ask(
        shop,
        '{ aiCatalogItem(id: "gid://gitlab/Ai::Catalog::Item/22") { latestVersion(released: true) { versionName } } }',
      );
      expect(at(body, "data", "aiCatalogItem", "latestVersion", "versionName")).toBe("2.0.0");
    },
  );

  test("a draft is changed where it is, and released when that is asked for", async () => {
    const shop = openShop();
    const fieldsOf =
      "item { latestVersion { id versionName released ... on AiCatalogAgentVersion { systemPrompt tools { nodes { name } } } } }";
    const changed = await change(shop, "aiCatalogAgentUpdate", {
      input: { ...stock, systemPrompt: "New." },
      fields: fieldsOf,
    });
    expect(at(changed.result, "item", "latestVersion")).toEqual({
      id: "gid://gitlab/Ai::Catalog::ItemVersion/212",
      versionName: "1.2.0",
      released: false,
      systemPrompt: "New.",
      tools: {
        nodes: [{ name: "get_issue" }, { name: "list_issues" }, { name: "create_issue_note" }],
      },
    });
    const released = await change(shop, "aiCatalogAgentUpdate", {
      input: { ...stock, release: true },
      fields: fieldsOf,
    });
    expect(at(released.result, "item", "latestVersion")).toMatchObject({
      versionName: "1.2.0",
      released: true,
    });
  });

  test("a name alone makes no version", async () => {
    const { result } = await change(openShop(), "aiCatalogFlowUpdate", {
      input: { ...restock, name: "Refill" },
      fields,
    });
    expect(result).toMatchObject({
      item: { name: "Refill", latestVersion: { versionName: "2.0.0" } },
    });
  });

  test("one kind is not changed as another", async () => {
    const { body } = await change(openShop(), "aiCatalogAgentUpdate", {
      input: { ...restock, name: "Refill" },
    });
    expect(at(body, "errors", 0, "message")).toEqual(denied);
  });

  test("what GitLab seeded is not changed by its users", async () => {
    const input = { id: "gid://gitlab/Ai::Catalog::Item/25", name: "Mine" };
    const { body } = await change(openShop(), "aiCatalogFlowUpdate", { input });
    expect(at(body, "errors", 0, "message")).toEqual(denied);
  });
});

test.each([
  ["softly what is enabled somewhere", restock, "aiCatalogFlowDelete", true],
  ["what is not", stock, "aiCatalogAgentDelete", false],
])("deleting %s", async (...[, input, name, isKept]) => {
  const shop = openShop();
  const { result } = await change(shop, name, { input, fields: "success" });
  expect(result).toEqual({ errors: [], success: true });
  expect(shop.simulator.state.items.has(Number(input.id.split("/").at(-1)))).toBe(isKept);
  const { body } = await ask(shop, `{ aiCatalogItem(id: "${input.id}") { id } }`);
  expect(body).toEqual({ data: { aiCatalogItem: null } });
});

describe("enabling", () => {
  const target = { projectId: "gid://gitlab/Project/7" };
  const itemId = restock.id;
  const fields = "itemConsumer { id pinnedVersionPrefix project { fullPath } }";

  test("pins the newest release, and once only", async () => {
    const shop = openShop();
    const input = { itemId, target };
    const first = await change(shop, "aiCatalogItemConsumerCreate", { input, fields });
    expect(first.result).toMatchObject({
      errors: [],
      itemConsumer: { pinnedVersionPrefix: "2.0.0", project: { fullPath: "shop/agents" } },
    });
    const again = await change(shop, "aiCatalogItemConsumerCreate", { input, fields });
    expect(again.result).toEqual({ errors: ["Item already configured"], itemConsumer: null });
    const id = at(first.result, "itemConsumer", "id");
    const moved = await change(shop, "aiCatalogItemConsumerUpdate", {
      input: { id, pinnedVersion: "1.1.0" },
      fields,
    });
    expect(moved.result).toMatchObject({
      errors: [],
      itemConsumer: { pinnedVersionPrefix: "1.1.0" },
    });
    const wrong = await change(shop, "aiCatalogItemConsumerUpdate", {
      input: { id, pinnedVersion: "9.0.0" },
      fields,
    });
    expect(wrong.errors).toEqual(["Pinned version must be a released version of the item"]);
    const gone = await change(shop, "aiCatalogItemConsumerDelete", {
      input: { id },
      fields: "success",
    });
    expect(gone.result).toEqual({ errors: [], success: true });
  });

  test("what was never released is not enabled", async () => {
    const input = { itemId: "gid://gitlab/Ai::Catalog::Item/27", target };
    const { errors } = await change(openShop(), "aiCatalogItemConsumerCreate", { input, fields });
    expect(errors).toEqual(["Item has no released version"]);
  });

  test("in several projects, though not in more than a hundred", async () => {
    const many = Array.from({ length: 101 }, () => target.projectId);
    const bulk = await change(openShop(), "aiCatalogItemConsumerBulkCreate", {
      input: { itemId, projectIds: many },
      fields: "",
    });
    expect(at(bulk.body, "errors", 0, "message")).toContain("maximum is 100");
    const few = await change(openShop(), "aiCatalogItemConsumerBulkCreate", {
      input: { itemId, projectIds: [target.projectId] },
      fields: "",
    });
    expect(few.result).toEqual({ errors: [] });
  });
});

test("stars, reports and restoring", async () => {
  const shop = openShop();
  const starred = await change(shop, "aiCatalogItemStar", {
    input: { ...stock, starred: true },
    fields: "starCount",
  });
  expect(starred.result).toEqual({ errors: [], starCount: 13 });
  const reported = await change(shop, "aiCatalogItemReport", {
    input: { ...stock, reason: "OTHER" },
    fields: "",
  });
  expect(reported.result).toEqual({ errors: [] });
  const restored = await change(shop, "aiCatalogItemVersionRestore", {
    input: { id: "gid://gitlab/Ai::Catalog::ItemVersion/221", deprecateCurrent: true },
    fields: "itemVersion { versionName released }",
  });
  expect(restored.result).toMatchObject({ itemVersion: { versionName: "2.0.1", released: true } });
  expect(shop.simulator.state.findVersion(222)?.deprecated).toBe(true);
});

test("triggers", async () => {
  const shop = openShop();
  const fields = "aiFlowTrigger { id description eventTypes configPath }";
  const input = {
    projectPath: "shop/agents",
    description: "Mentions",
    eventTypes: [0],
    configPath: ".gitlab/a.yml",
  };
  const made = await change(shop, "aiFlowTriggerCreate", { input, fields });
  expect(made.result).toMatchObject({ errors: [], aiFlowTrigger: { eventTypes: [0] } });
  const wrong = await change(shop, "aiFlowTriggerCreate", {
    input: { ...input, eventTypes: [9], configPath: null },
    fields,
  });
  expect(wrong.errors).toHaveLength(2);
  const id = at(made.result, "aiFlowTrigger", "id");
  const changed = await change(shop, "aiFlowTriggerUpdate", {
    input: { id, description: "All" },
    fields,
  });
  expect(changed.result).toMatchObject({
    aiFlowTrigger: { description: "All", configPath: ".gitlab/a.yml" },
  });
  const gone = await change(shop, "aiFlowTriggerDelete", { input: { id }, fields: "" });
  expect(gone.result).toEqual({ errors: [] });
  expect(shop.simulator.state.projects.get(7)?.triggers).toEqual([]);
});

test("notes", async () => {
  const shop = openShop();
  const mergeRequest = shop.simulator.state.projects.get(7)?.mergeRequests.get(3);
  const noteableId = `gid://gitlab/MergeRequest/${mergeRequest?.id}`;
  const fields = "note { id body author { username } }";
  const made = await change(shop, "createNote", {
    input: { noteableId, body: "Counted." },
    fields,
  });
  expect(made.result).toMatchObject({ note: { body: "Counted.", author: { username: "mia" } } });
  const id = at(made.result, "note", "id");
  const changed = await change(shop, "updateNote", { input: { id, body: "Twice." }, fields });
  expect(changed.result).toMatchObject({ note: { id, body: "Twice." } });
  const blank = await change(shop, "updateNote", { input: { id, body: " " }, fields });
  expect(blank.errors).toEqual(["Note can't be blank"]);
  await change(shop, "destroyNote", { input: { id }, fields });
  expect(mergeRequest?.notes).toHaveLength(2);
});
