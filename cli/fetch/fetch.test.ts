import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseFault } from "../../src/simulators/index.ts";
import { openShop, type Shop, shopTokens } from "../testing/open-shop.ts";
import { type ProgramRun, runWith } from "../testing/run-in.ts";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const flowWithSchema = `version: v1
environment: ambient
flow: { entry_point: helper }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    response_schema_id: verdict
    response_schema_version: ^1.0.0
    inputs: [{ from: "context:goal", as: goal }]
routers: [{ from: helper, to: end }]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
`;

const env = { GITLAB_TOKEN: shopTokens.reader };

function fetch(kind: "agents" | "flows", ...args: readonly string[]): Promise<ProgramRun> {
  return runWith([shop.url, "-", ...args], {
    cwd: shop.cwd,
    env,
    program: `fetch-foundational-${kind}`,
  });
}

test.each([
  ["fetch", "agents", "URL", "-", "21"],
  ["catalog", "list", "--url", "URL"],
  ["catalog", "show", "21", "--url", "URL"],
  ["tools", "import", "--from-instance", "URL"],
])("%s %s that is interrupted while it waits ends so, and writes nothing", async (...args) => {
  const silent = await openShop({ faults: [parseFault("silent")] });
  const interrupt = new AbortController();
  const run = runWith(
    args.map((each) => (each === "URL" ? silent.url : each)),
    { cwd: silent.cwd, env, signal: interrupt.signal },
  );
  setTimeout(() => interrupt.abort(), 300);
  const { exit, stderr } = await run;
  expect(exit).toBe(130);
  expect(stderr).not.toContain("error[");
  expect(silent.tree()).toEqual({});
  await silent.close();
});

test("an empty --output-path is not the working directory", async () => {
  const { exit, stderr } = await fetch("agents", "21", "--output-path", "");
  expect(exit).toBe(2);
  expect(stderr).toContain("--output-path is empty");
  expect(files()).toEqual([]);
});

/** What a lock has, in a few words. */
function locked(): readonly string[] {
  const lock: {
    items: { reference: string; versions: { version: string; constraint?: string }[] }[];
  } = JSON.parse(shop.tree()["flows/flowproof.lock.json"] ?? '{"items":[]}');
  return lock.items.flatMap(({ reference, versions }) =>
    versions.map(({ version, constraint }) => [reference, version, constraint].join(" ").trim()),
  );
}

function files(): readonly string[] {
  return Object.keys(shop.tree());
}

describe("agents", () => {
  test("are fetched in their newest release, as the instance gives them", async () => {
    const { exit, stdout, stderr } = await fetch("agents", "stock_keeper:21");
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: "1 added: flows and its lock are written\n",
    });
    expect(stdout).toMatch(/stock_keeper +1\.1\.0 +21 +added +stock_keeper\/1\.1\.0\.yml/);
    expect(files()).toEqual(["flows/flowproof.lock.json", "flows/stock_keeper/1.1.0.yml"]);
    expect(shop.tree()["flows/stock_keeper/1.1.0.yml"]).toMatch(/^---\nversion: v1\n/);
  });

  test("fetched again, change nothing and say so", async () => {
    await fetch("agents", "stock_keeper:21");
    const before = shop.tree();
    const { exit, stderr } = await fetch("agents", "stock_keeper:21");
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: "1 unchanged: flows is as the catalog is\n",
    });
    expect(shop.tree()).toEqual(before);
  });

  test("without a reference take the one that GitLab knows them by", async () => {
    await fetch("agents", "21");
    expect(locked()).toEqual(["stock_keeper 1.1.0"]);
  });

  test("stay where the lock has them, whatever the layout, when it is frozen", async () => {
    await fetch("agents", "stock_keeper:21", "--layout", "flat");
    const before = shop.tree();
    const { exit, stderr } = await fetch("agents", "--frozen");
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: "1 unchanged: flows is as the catalog is\n",
    });
    expect(shop.tree()).toEqual(before);
  });

  test("that are locked in the other format are told of", async () => {
    await fetch("agents", "stock_keeper:21");
    const { stderr } = await fetch("agents", "--frozen", "--flow-registry-version", "experimental");
    expect(stderr).toContain("CATALOG_NOT_LOCKED");
    expect(stderr).toContain("--flow-registry-version v1");
  });

  test("are fetched to where the command line says, and as drafts where it says so", async () => {
    const args = ["stock_keeper:21", "--output-path", "out/configs", "--include-drafts"];
    const { exit } = await fetch("agents", ...args, "--layout", "flat");
    expect(exit).toBe(0);
    expect(files()).toEqual(["out/configs/flowproof.lock.json", "out/configs/stock_keeper.yml"]);
  });
});

describe("flows", () => {
  test("are pinned, in all majors, and with those of third parties", async () => {
    const args = ["restock:22,robot:24", "--all-versions", "--version", "restock=1.0.0"];
    const { exit } = await fetch("flows", ...args);
    expect(exit).toBe(0);
    expect(locked()).toEqual([
      "restock 1.0.0 1.0.0",
      "restock 1.1.0",
      "restock 2.0.0",
      "robot 1.0.0",
    ]);
    expect(files()).toEqual([
      "flows/external/robot/1.0.0.yml",
      "flows/flowproof.lock.json",
      "flows/restock/1.0.0.yml",
      "flows/restock/1.1.0.yml",
      "flows/restock/2.0.0.yml",
    ]);
  });

  test("that the service would refuse are not written, unless it is said", async () => {
    const { state } = shop.simulator;
    const item = state.items.get(22);
    if (item === undefined) throw new TypeError("no item 22");
    state.addVersion(item, { version: "3.0.0", definition: "version: v1\ncomponents: 5\n" });
    const { exit, stderr } = await fetch("flows", "restock:22");
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error\[CATALOG_CONFIG_REFUSED\]: the service would refuse restock 3\.0\.0: 1:1 /,
    );
    expect(files()).toEqual([]);
    expect((await fetch("flows", "restock:22", "--no-lint")).exit).toBe(0);
    expect(locked()).toEqual(["restock 3.0.0"]);
  });
});

describe("what is refused writes nothing", () => {
  test.each<[kind: "agents" | "flows", args: string[], said: RegExp]>([
    ["agents", ["restock:22"], /^error\[CATALOG_OTHER_KIND\]: item 22 \("Restock"\) is a flow\n/],
    [
      "flows",
      ["stock_keeper:21"],
      /^error\[CATALOG_OTHER_KIND\]: item 21 \("Stock Keeper"\) is an agent\n/,
    ],
    ["flows", ["window:27"], /^error\[CATALOG_NOT_RELEASED\]: .*there is a draft of 1\.0\.0\n/],
    [
      "flows",
      ["developer:25"],
      /^error\[CATALOG_PLACEHOLDER\]: .*\n {2}hint: the real flow "developer\/v1" is in the flow registry/,
    ],
    ["agents", ["cashier:26"], /^error\[GITLAB_NOT_FOUND\]: .* has no item 26/],
    ["agents", ["nobody:9999"], /^error\[GITLAB_NOT_FOUND\]: .* has no item 9999/],
    [
      "flows",
      ["restock:22", "--version", "restock=^3.0.0"],
      /^error\[CATALOG_VERSION_MISSING\]: .*\n {2}hint: there are 1\.0\.0, 1\.1\.0, 2\.0\.0\n/,
    ],
    [
      "flows",
      ["restock:22", "--version", "restok=^1.0.0"],
      /^error\[CLI_USAGE\]: --version pins "restok", which is not fetched\n {2}hint: did you mean "restock"/,
    ],
    [
      "flows",
      ["restock:22", "--version", "restock"],
      /^error\[CLI_USAGE\]: --version "restock" pins nothing/,
    ],
    ["flows", ["a:22,b:22"], /^error\[CATALOG_ITEMS_INVALID\]: .* is named twice/],
    [
      "flows",
      ["restock:22", "--flow-registry-version", "experimental"],
      /^error\[CATALOG_OTHER_FORMAT\]: restock 2\.0\.0 is a flow of format v1/,
    ],
    [
      "flows",
      ["restock:22,window:27,developer:25"],
      /CATALOG_NOT_RELEASED[^]*CATALOG_PLACEHOLDER[^]*2 errors\n$/,
    ],
    ["agents", [], /^error\[CLI_USAGE\]: the items to fetch are missing\n/],
    ["agents", ["--frozen"], /^error\[CATALOG_NOT_LOCKED\]: the lock has no agents to fetch/],
    ["agents", ["stock_keeper:21", "--jobs", "0"], /^error\[CLI_USAGE\]/],
    [
      "agents",
      ["stock_keeper:21", "--frozen", "--all-versions"],
      /^error\[CLI_USAGE\]: --frozen fetches what the lock says, so --all-versions means nothing/,
    ],
  ])("%s %j", async (kind, args, said) => {
    const { exit, stdout, stderr } = await fetch(kind, ...args);
    expect({ exit, stdout, files: files() }).toEqual({ exit: 2, stdout: "", files: [] });
    expect(stderr).toMatch(said);
  });
});

test("what the token may not see is not there", async () => {
  const { exit, stderr } = await runWith([shop.url, "shop-outsider-token", "wine:23"], {
    cwd: shop.cwd,
    program: "fetch-foundational-agents",
  });
  expect(exit).toBe(2);
  expect(stderr).toMatch(
    /^error\[GITLAB_NOT_FOUND\]: .* has no item 23, or the token may not see it/,
  );
});

test("a hand-edited file is not overwritten, a released version that changed is not taken", async () => {
  await fetch("agents", "stock_keeper:21");
  const path = join(shop.cwd, "flows/stock_keeper/1.1.0.yml");
  const text = shop.tree()["flows/stock_keeper/1.1.0.yml"] ?? "";
  writeFileSync(path, `${text}# mine\n`);
  const edited = await fetch("agents", "stock_keeper:21");
  expect(edited.stderr).toMatch(
    /^error\[CATALOG_FILE_EDITED\]: the file of stock_keeper 1\.1\.0 was edited/,
  );
  expect((await fetch("agents", "stock_keeper:21", "--overwrite")).exit).toBe(0);
  expect(shop.tree()["flows/stock_keeper/1.1.0.yml"]).toBe(text);

  const version = shop.simulator.state.findVersion(211);
  if (version?.content.kind !== "agent") throw new TypeError("no version 211");
  Object.assign(version.content, { systemPrompt: "You keep the stock of a shop. Changed." });
  for (const args of [["stock_keeper:21"], ["--frozen"]]) {
    const changed = await fetch("agents", ...args);
    expect(changed.stderr).toMatch(/^error\[CATALOG_VERSION_CHANGED\]: stock_keeper 1\.1\.0 /);
    expect(changed.exit).toBe(2);
  }
  expect(shop.tree()["flows/stock_keeper/1.1.0.yml"]).toBe(text);
  expect((await fetch("agents", "stock_keeper:21", "--accept-changed")).exit).toBe(0);
  expect(shop.tree()["flows/stock_keeper/1.1.0.yml"]).not.toBe(text);
});

test("--dry-run shows the difference and writes nothing, --check exits 1 for it", async () => {
  await fetch("flows", "restock:22", "--version", "restock=1.1.0");
  const before = shop.tree();
  const dry = await fetch("flows", "restock:22", "--dry-run");
  expect(dry.exit).toBe(0);
  expect(dry.stdout).toContain("--- /dev/null\n+++ b/restock/2.0.0.yml\n@@ -0,0 ");
  const check = await fetch("flows", "restock:22", "--check");
  expect(check.exit).toBe(1);
  expect(check.stderr).toMatch(/exit 1: the catalog has moved on\n$/);
  expect(shop.tree()).toEqual(before);
  await fetch("flows", "restock:22");
  expect((await fetch("flows", "restock:22", "--check")).exit).toBe(0);
});

test("--frozen puts back what the lock says, newer versions or not", async () => {
  await fetch("flows", "restock:22", "--version", "restock=1.1.0");
  await fetch("agents", "stock_keeper:21");
  const before = shop.tree();
  const item = shop.simulator.state.items.get(21);
  if (item === undefined) throw new TypeError("no item 21");
  shop.simulator.state.addVersion(item, { version: "1.3.0", system_prompt: "Newer." });
  const bare = await runWith(["fetch", "agents", shop.url, "-", "--frozen"], {
    cwd: shop.cwd,
    env,
  });
  expect(bare.stderr).toBe("1 unchanged: flows is as the catalog is\n");
  rmSync(join(shop.cwd, "flows/stock_keeper"), { recursive: true });
  rmSync(join(shop.cwd, "flows/restock"), { recursive: true });
  expect((await fetch("agents", "--frozen")).exit).toBe(0);
  expect((await fetch("flows", "restock:22", "--frozen")).exit).toBe(0);
  expect(shop.tree()).toEqual(before);
  const unknown = await fetch("flows", "robot:24", "--frozen");
  expect(unknown.stderr).toMatch(
    /^error\[CATALOG_NOT_LOCKED\]: the lock does not have "robot" as item 24\n/,
  );
});

test("--frozen has nothing to do where the lock has the other kind only", async () => {
  await fetch("agents", "stock_keeper:21");
  const { exit, stdout, stderr } = await fetch("flows", "--frozen");
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
  expect(stderr).toBe("nothing to do: the lock of flows has none\n");
});

test("all versions are also those that were pinned before", async () => {
  await fetch("flows", "restock:22", "--version", "restock=1.0.0");
  rmSync(join(shop.cwd, "flows/restock"), { recursive: true });
  await fetch("flows", "restock:22", "--all-versions");
  expect(locked()).toEqual(["restock 1.0.0 1.0.0", "restock 1.1.0", "restock 2.0.0"]);
  expect(files()).toContain("flows/restock/1.0.0.yml");
});

test("one's own response schemas count in what is checked", async () => {
  const definition = flowWithSchema;
  const item = shop.simulator.state.items.get(22);
  if (item === undefined) throw new TypeError("no item 22");
  shop.simulator.state.addVersion(item, { version: "3.0.0", definition });
  const refused = await fetch("flows", "restock:22");
  expect(refused.stderr).toMatch(/^error\[CATALOG_CONFIG_REFUSED\]/);
  mkdirSync(join(shop.cwd, "schemas/verdict/base"), { recursive: true });
  const schema = { title: "Verdict", type: "object", properties: { ok: { type: "boolean" } } };
  writeFileSync(join(shop.cwd, "schemas/verdict/base/1.0.0.json"), JSON.stringify(schema));
  writeFileSync(join(shop.cwd, "flowproof.yml"), "registries: { response_schemas: schemas }\n");
  expect((await fetch("flows", "restock:22")).stderr).toMatch(/^1 added/);
});

test("the JSON document says what was fetched", async () => {
  const { stdout, stderr } = await fetch("agents", "stock_keeper:21", "--format", "json");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    folder: "flows",
    changed: true,
    written: true,
    items: [
      {
        reference: "stock_keeper",
        kind: "agent",
        id: 21,
        name: "Stock Keeper",
        versions: [{ version: "1.1.0", path: "stock_keeper/1.1.0.yml", action: "add" }],
      },
    ],
  });
});

test("an older instance, which knows fewer fields, gives the same", async () => {
  await fetch("agents", "stock_keeper:21");
  await fetch("flows", "restock:22");
  const newer = shop.tree();
  await shop.close();
  shop = await openShop({ instanceVersion: "18.9" });
  await fetch("agents", "stock_keeper:21");
  await fetch("flows", "restock:22");
  const withoutUrl = (tree: Readonly<Record<string, string>>): string =>
    JSON.stringify(tree).replaceAll(/127\.0\.0\.1:\d+/g, "");
  expect(withoutUrl(shop.tree())).toBe(withoutUrl(newer));
});

test("--version alone prints the version, with a value it pins, also below flowproof", async () => {
  const world = { cwd: shop.cwd, env };
  const alone = await runWith(["--version"], { ...world, program: "fetch-foundational-agents" });
  expect(alone).toMatchObject({ exit: 0, stdout: "0.0.0-test\n" });
  const args = ["fetch", "flows", shop.url, "-", "restock:22", "--version", "restock=^1.0.0"];
  expect((await runWith(args, world)).exit).toBe(0);
  expect(locked()).toEqual(["restock 1.1.0 ^1.0.0"]);
});

test("the instance and the folder are those of flowproof.yml", async () => {
  mkdirSync(join(shop.cwd, "mine"));
  writeFileSync(
    join(shop.cwd, "flowproof.yml"),
    `registries: { flows: [mine] }\ngitlab: { url: "${shop.url}" }\n`,
  );
  const args = ["-", "-", "restock:22"];
  const { exit } = await runWith(args, { cwd: shop.cwd, env, program: "fetch-foundational-flows" });
  expect(exit).toBe(0);
  expect(files()).toContain("mine/restock/2.0.0.yml");
});
