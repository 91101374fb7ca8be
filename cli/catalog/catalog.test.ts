import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openShop, type Shop, shopTokens } from "../testing/open-shop.ts";
import { type ProgramRun, runWith } from "../testing/run-in.ts";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const reader = { GITLAB_TOKEN: shopTokens.reader };
const writer = { GITLAB_TOKEN: shopTokens.writer };

function catalog(
  args: readonly string[],
  env: Readonly<Record<string, string>> = reader,
): Promise<ProgramRun> {
  return runWith(["catalog", ...args], { cwd: shop.cwd, env });
}

function fetch(kind: string, items: string, ...args: readonly string[]): Promise<ProgramRun> {
  const world = { cwd: shop.cwd, env: reader };
  return runWith(["fetch", kind, shop.url, "-", ...(items === "" ? [] : [items]), ...args], world);
}

function write(path: string, text: string): void {
  mkdirSync(join(shop.cwd, path, ".."), { recursive: true });
  writeFileSync(join(shop.cwd, path), text);
}

describe("list and show", () => {
  test("list prints the ids to fetch by", async () => {
    const { exit, stdout, stderr } = await catalog(["list", "--url", shop.url]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^id +kind +name +released +reference +project\n/);
    expect(stdout).toMatch(/^21 +agent +Stock Keeper +1\.1\.0 +stock_keeper +shop\/agents$/m);
    expect(stdout).toMatch(/^27 +flow +Window Dresser +- +- +shop\/agents$/m);
    expect(stderr).toMatch(/^\d items on http/);
  });

  test("list searches, and takes only some kinds", async () => {
    const found = await catalog([
      "list",
      "--url",
      shop.url,
      "--search",
      "stock",
      "--kind",
      "agent",
    ]);
    expect(found.stdout.match(/^\d+/gm)).toEqual(["21"]);
    const nothing = await catalog(["list", "--url", shop.url, "--search", "zebra"]);
    expect(nothing).toMatchObject({ exit: 0, stdout: "nothing matches\n" });
  });

  test("list takes kinds that there are", async () => {
    const { exit, stderr } = await catalog(["list", "--url", shop.url, "--kind", "foo"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("Allowed choices are agent, flow, third_party_flow");
  });

  test("both write JSON", async () => {
    const list = await catalog([
      "list",
      "--url",
      shop.url,
      "--kind",
      "third_party_flow",
      "--format",
      "json",
    ]);
    expect(JSON.parse(list.stdout)).toMatchObject({
      schemaVersion: 1,
      instance: shop.url,
      items: [{ id: 24, kind: "third_party_flow", name: "Parcel Robot", released: "1.0.0" }],
    });
    const show = await catalog(["show", "22", "--url", shop.url, "--format", "json"]);
    expect(JSON.parse(show.stdout)).toMatchObject({
      id: 22,
      kind: "flow",
      versions: [
        { version: "2.0.0", released: true },
        { version: "1.1.0", released: true, deprecated: false },
        { version: "1.0.0", released: true, deprecated: true },
      ],
    });
  });

  test("show prints an item with its versions", async () => {
    const { stdout } = await catalog(["show", "21", "--url", shop.url]);
    expect(stdout).toMatch(/^Stock Keeper\nSays what is in stock/);
    expect(stdout).toMatch(/^1\.2\.0 +draft$/m);
  });

  test("what is public needs no token, and the instance may be that of flowproof.yml", async () => {
    write("flowproof.yml", `gitlab: { url: "${shop.url}" }\n`);
    const { stdout } = await catalog(["list"], {});
    expect(stdout).toContain("Stock Keeper");
    expect(stdout).not.toContain("Wine Advisor");
  });

  test.each([
    [["list"], "GITLAB_URL_INVALID"],
    [["show", "abc"], "CATALOG_ITEMS_INVALID"],
    [["list", "--url", "ftp://x"], "GITLAB_URL_INVALID"],
  ])("%j is refused", async (args, code) => {
    expect(await catalog(args)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(`error[${code}]`),
    });
  });
});

describe("verify", () => {
  beforeEach(() => fetch("flows", "restock:22"));

  test("is content with what was fetched", async () => {
    expect(await catalog(["verify"], {})).toMatchObject({
      exit: 0,
      stdout: "1 config is as the lock says\n",
    });
  });

  test("names what is missing, edited and unknown", async () => {
    write("flows/restock/9.0.0.yml", "version: v1\n");
    rmSync(join(shop.cwd, "flows/restock/2.0.0.yml"));
    const missing = await catalog(["verify", "flows"], {});
    expect(missing).toMatchObject({
      exit: 1,
      stdout:
        "restock/2.0.0.yml is missing; fetch with --frozen puts it back\nrestock/9.0.0.yml is not in the lock, though others of its flow are\n",
      stderr: "exit 1: the folder is not as its lock says\n",
    });
    write("flows/restock/2.0.0.yml", "version: v1\n");
    const edited = await catalog(["verify", "--format", "json"], {});
    expect(JSON.parse(edited.stdout)).toMatchObject({
      folder: "flows",
      configs: 1,
      faults: [{ path: "restock/2.0.0.yml", kind: "changed" }, { kind: "unlocked" }],
    });
  });

  test("needs a lock that can be read", async () => {
    write("flows/flowproof.lock.json", "{}");
    expect((await catalog(["verify"], {})).stderr).toMatch(
      /^error\[LOCK_INVALID\]: flows\/flowproof\.lock\.json:1:1/,
    );
    expect((await catalog(["verify", "none"], {})).stderr).toMatch(/^error\[CATALOG_NOT_LOCKED\]/);
  });
});

describe("status", () => {
  const definitions = `agents:
  - { id: 1, reference: stock_keeper, name: Stock Keeper, description: d, version: v1, global_catalog_id: 21 }
  - { id: 2, reference: chat, name: Chat, description: d, version: v1 }
  - { id: 3, reference: lost, name: Lost, description: d, version: v1, global_catalog_id: 9999 }
`;

  test("tells what is missing, outdated, unpinned and extra", async () => {
    write("flows/definitions.yml", definitions);
    await fetch("flows", "restock:22");
    const first = await catalog(["status", "--url", shop.url]);
    expect(first.exit).toBe(1);
    expect(first.stdout.split("\n").map((line) => line.replaceAll(/ {2,}/g, " | "))).toEqual([
      "reference | kind | id | locked | released | state",
      "chat | agent | - | - | - | shipped with the service",
      "lost | agent | 9999 | - | - | missing on the instance",
      "stock_keeper | agent | 21 | - | 1.1.0 | not in the lock: fetch it",
      "restock | flow | 22 | 2.0.0 | 2.0.0 | in the lock, and defined nowhere",
      "",
    ]);
    expect(first.stderr).toBe("exit 1: 3 of 4 need attention\n");
    await fetch("agents", "stock_keeper:21", "--version", "stock_keeper=1.0.0");
    const second = await catalog(["status", "--url", shop.url, "--format", "json"]);
    expect(JSON.parse(second.stdout)).toMatchObject({
      items: expect.arrayContaining([
        {
          reference: "stock_keeper",
          kind: "agent",
          id: 21,
          state: "outdated",
          locked: "1.0.0",
          released: "1.1.0",
        },
      ]),
    });
  });

  test("what is locked from another instance is not locked from this one", async () => {
    write("flows/definitions.yml", definitions);
    await fetch("agents", "stock_keeper:21");
    const path = join(shop.cwd, "flows/flowproof.lock.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(shop.url, "https://gitlab.example.com"));
    const { stdout } = await catalog(["status", "--url", shop.url]);
    expect(stdout).toMatch(/stock_keeper +agent +21 +- +1\.1\.0 +not in the lock: fetch it\n/);
    writeFileSync(path, text);
    const own = await catalog(["status", "--url", shop.url]);
    expect(own.stdout).toMatch(/stock_keeper +agent +21 +1\.1\.0 +1\.1\.0 +current\n/);
  });

  test("without definitions compares the lock alone", async () => {
    await fetch("flows", "restock:22");
    const { exit, stdout } = await catalog(["status", "--url", shop.url]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/restock +flow +22 +2\.0\.0 +2\.0\.0 +current\n/);
  });
});

describe("create", () => {
  const agent = readFileSync("flows/foundational_pirate_agent/1.0.0.yml", "utf8");

  beforeEach(() => write("flows/pirate/1.0.0.yml", agent));

  const args = ["create", "--project", "shop/agents"];

  test("asks first, and says that nobody can be asked", async () => {
    const { exit, stderr } = await catalog([...args, "--url", shop.url], writer);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error\[CLI_USAGE\]: create agent ".*" in project shop\/agents on http.*\n {2}hint: .*--yes/,
    );
    const world = { cwd: shop.cwd, env: writer };
    const asked: string[] = [];
    const answer = (yes: boolean) => async (question: string) => {
      asked.push(question);
      return yes;
    };
    const all = ["catalog", ...args, "--url", shop.url];
    expect((await runWith(all, { ...world, confirm: answer(false) })).exit).toBe(2);
    expect((await runWith(all, { ...world, confirm: answer(true) })).exit).toBe(0);
    expect(asked).toHaveLength(2);
  });

  test("a whole round: create, status, fetch, lint, verify, change, fetch, frozen", async () => {
    const create = await catalog([...args, "--url", shop.url, "--yes", "--public"], writer);
    expect(create.stderr).toBe("");
    expect(create.exit).toBe(0);
    const id = /"pirate:(\d+)"/.exec(create.stdout)?.[1] ?? "none";
    const again = await catalog([...args, "--url", shop.url, "--yes"], writer);
    expect(again.stdout).toBe(
      `fetch with:\n  fetch-foundational-agents ${shop.url} - "pirate:${id}"\n`,
    );

    const place = ["--output-path", "fetched"];
    expect((await fetch("agents", `pirate:${id}`, ...place)).exit).toBe(0);
    const lint = await runWith(["lint", "fetched", "--only", "service"], { cwd: shop.cwd });
    expect(lint.exit).toBe(0);
    expect((await catalog(["verify", "fetched"], {})).exit).toBe(0);

    const { state } = shop.simulator;
    const item = state.items.get(Number(id));
    if (item === undefined) throw new TypeError(`no item ${id}`);
    state.addVersion(item, {
      version: "1.1.0",
      system_prompt: "Speak as a pirate. Sing.",
      tools: [],
    });
    write("flowproof.yml", "registries: { flows: [fetched] }\n");
    expect((await catalog(["status", "--url", shop.url])).stdout).toContain("outdated");
    expect((await fetch("agents", `pirate:${id}`)).stderr).toBe(
      "1 added: fetched and its lock are written\n",
    );
    expect((await catalog(["status", "--url", shop.url])).exit).toBe(0);
    const before = shop.tree();
    rmSync(join(shop.cwd, "fetched/pirate"), { recursive: true });
    expect((await fetch("agents", "", "--frozen")).exit).toBe(0);
    expect(shop.tree()).toEqual(before);
  });

  test("what others made under the name is not taken for it", async () => {
    shop.simulator.state.addItem({
      id: 90,
      type: "agent",
      name: "Pirate",
      project: "shop/cellar",
      versions: [{ version: "1.0.0", system_prompt: "Take the treasure." }],
    });
    const { exit, stdout } = await catalog([...args, "--url", shop.url, "--yes"], writer);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^created agent \d+ "Pirate" of pirate\n/);
    expect(stdout).not.toContain("pirate:90");
  });

  test("tools that the instance does not know are refused before anything is made", async () => {
    write(
      "flows/pirate/1.0.0.yml",
      agent.replace(/toolset:[^]*?\n(?= {4}\w)/, 'toolset: ["list_isues"]\n'),
    );
    const items = shop.simulator.state.items.size;
    const { exit, stderr } = await catalog([...args, "--url", shop.url, "--yes"], writer);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error\[CATALOG_NOT_CREATABLE\]: .*"list_isues".*\n {2}hint: did you mean "list_issues"/,
    );
    expect(shop.simulator.state.items.size).toBe(items);
  });

  test.each<[what: string, env: Readonly<Record<string, string>>, args: string[], code: string]>([
    ["no token", {}, args, "GITLAB_TOKEN_MISSING"],
    ["a token that only reads", reader, args, "GITLAB_NOT_FOUND"],
    [
      "a project that is not there",
      writer,
      ["create", "--project", "no/where"],
      "GITLAB_NOT_FOUND",
    ],
    ["a flow that is not there", writer, [...args, "pirat"], "FLOW_NOT_FOUND"],
  ])("%s is refused", async (_, env, given, code) => {
    const { exit, stderr } = await catalog([...given, "--url", shop.url, "--yes"], env);
    expect({ exit, stderr }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(`error[${code}]`),
    });
  });
});
