import { describe, expect, test } from "vitest";
import { gitlabFaults } from "../../src/simulators/index.ts";
import { type ProgramRun, runIn, runWith } from "../testing/run-in.ts";
import { gitlabFaultNames } from "./gitlab-fault-names.ts";

const catalog = "fixtures/catalogs/shop";

/** Runs the simulator until the work with it is done. */
async function serving(
  args: readonly string[],
  work: (url: string) => Promise<void>,
): Promise<ProgramRun> {
  const interrupt = new AbortController();
  let said: (url: string) => void;
  const url = new Promise<string>((resolve) => (said = resolve));
  let printed = "";
  const run = runWith(["simulate", "gitlab", "--catalog", catalog, ...args], {
    signal: interrupt.signal,
    stdout: (text) => {
      printed += text;
      said(text.trim());
    },
  });
  // A run that ends early would be waited for without end.
  await Promise.race([
    run.then((ended) => {
      throw new Error(ended.stderr);
    }),
    url.then(work),
  ]).finally(() => interrupt.abort());
  return { ...(await run), stdout: printed };
}

async function ask(url: string): Promise<unknown> {
  const response = await fetch(`${url}/api/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer shop-reader-token" },
    body: JSON.stringify({ query: "{ currentUser { username } metadata { version } }" }),
  });
  return response.status === 200 ? response.json() : response.status;
}

test("serves a catalog until it is interrupted, and says how to be let in", async () => {
  const { exit, stdout, stderr } = await serving([], async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await ask(url)).toEqual({
      data: { currentUser: { username: "dev" }, metadata: { version: "19.3.0" } },
    });
  });
  expect(exit).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(
    `simulated GitLab 19.3.0 with the 7 items of ${catalog} at http://127.0.0.1:`,
  );
  expect(stderr).toContain("  shop-reader-token    reader: dev, read_api\n");
  expect(stderr).toContain("writer: mia, api\n");
  expect(stderr).toContain("expired: mia, api, expired\n");
  expect(stderr.endsWith("1 requests\n")).toBe(true);
});

test("with faults, which come in order, and as an older release", async () => {
  const args = [
    "--fault",
    "bad-gateway:1",
    "--fault",
    "unauthorized:2",
    "--instance-version",
    "18.9",
    "-q",
  ];
  const { stderr } = await serving(args, async (url) => {
    expect([await ask(url), await ask(url), await ask(url)]).toEqual([502, 401, 401]);
    expect(await ask(url)).toMatchObject({ data: { metadata: { version: "18.9.0" } } });
  });
  expect(stderr).toBe("");
});

test("refuses flows that the service would refuse", async () => {
  await serving([], async (url) => {
    const definition =
      "version: v1\nenvironment: ambient\ncomponents: []\nrouters: []\nflow: { entry_point: nowhere }\n";
    const input = {
      projectId: "gid://gitlab/Project/7",
      name: "New",
      description: "d",
      visibility: "PUBLIC",
      definition,
    };
    const response = await fetch(`${url}/api/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "private-token": "shop-writer-token" },
      body: JSON.stringify({
        query:
          "mutation($input: AiCatalogFlowCreateInput!) { aiCatalogFlowCreate(input: $input) { errors } }",
        variables: { input },
      }),
    });
    const { data } = JSON.parse(await response.text());
    expect(data.aiCatalogFlowCreate.errors.length).toBeGreaterThan(0);
  });
});

describe("used wrongly", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["without a catalog", [], ["--catalog"]],
    [
      "with a folder that is not there",
      ["--catalog", "no/where"],
      ["error[SIMULATOR_CATALOG_EMPTY]", "no/where"],
    ],
    [
      "with a fault that is none",
      ["--catalog", catalog, "--fault", "resett"],
      ['error[SIMULATOR_FAULT_UNKNOWN]: there is no fault "resett"', 'did you mean "reset"?'],
    ],
    [
      "with a release that is too old",
      ["--catalog", catalog, "--instance-version", "17.0"],
      ["error[SIMULATOR_VERSION_UNSUPPORTED]: the simulator cannot behave like GitLab 17.0"],
    ],
    ["with a port that is none", ["--catalog", catalog, "--port", "70000"], ["0 to 65535"]],
    ["with a latency that is none", ["--catalog", catalog, "--latency", "-1"], ["milliseconds"]],
  ])("%s", async (...[, args, says]) => {
    const { exit, stdout, stderr } = await runIn(process.cwd(), ["simulate", "gitlab", ...args]);
    expect([exit, stdout]).toEqual([2, ""]);
    for (const part of says) expect(stderr).toContain(part);
  });
});

test("help lists every fault that there is", async () => {
  expect(gitlabFaultNames).toEqual(gitlabFaults.ids);
  const { stdout } = await runIn(process.cwd(), ["simulate", "gitlab", "--help"]);
  const words = stdout.split(/[\s,]+/);
  for (const name of gitlabFaults.ids) expect(words).toContain(name);
});
