import { describe, expect, test } from "vitest";
import type { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { listFlows, resolveFlow } from "./index.ts";

const chat = `version: v1
environment: chat-partial
flow: {}
components: [{ name: a, type: AgentComponent, prompt_id: p, toolset: [] }]
routers: []
`;
const experimental = chat.replace("v1", "experimental");

const disk: Readonly<Record<string, string>> = {
  "flows/data_analyst/1.0.0.yml": chat,
  "flows/data_analyst/1.2.0.yml": chat,
  "flows/data_analyst/2.0.0.yml": chat,
  "flows/data_analyst/2.0.0-goal.yml": chat,
  "flows/data_analyst/3.0.0-dev.yml": chat,
  "flows/data_analyst/README.md": "",
  "flows/data_analyst/.yml": "",
  "flows/newer/2.0.0.yml": chat,
  "flows/experimental/lab/1.0.0.yml": experimental,
  "flows/experimental/misplaced/1.0.0.yml": chat,
  "flows/Other/1.0.0.yml": chat,
  "flows/definitions.yml": "",
  "flows/short/1.0.0.yml": chat.replace("flow: {}\n", "").replace("routers: []\n", ""),
  "flows/internal/1.0.0.yml": `${chat}resolved_version: 1.0.0\n`,
  "flows/broken/1.0.0.yml": "version: v2\n",
  "more/data_analyst/1.0.0.yml": chat.replace("name: a", "name: more"),
  "more/data_analyst/1.9.0.yml": chat,
  "more/extra/1.0.0.yml": chat,
  "/secret/1.0.0.yml": chat,
};

function filesOf(tree: Readonly<Record<string, string>>): Files {
  return {
    realPath: undefined,
    read: (path) => Promise.resolve(tree[path]),
    list: (folder) => {
      const inside = Object.keys(tree).filter((path) => path.startsWith(`${folder}/`));
      const names = inside.map((path) => path.slice(folder.length + 1).split("/", 1)[0] ?? "");
      return Promise.resolve([...new Set(names)].toSorted());
    },
  };
}

const sources = { folders: ["flows", "more/"], files: filesOf(disk) };

async function resolved(ref: string): Promise<string> {
  const { reference, version, path } = await resolveFlow(ref, sources);
  return `${reference} ${version} ${path}`;
}

async function refused(ref: string): Promise<string> {
  const error = await resolveFlow(ref, sources).then(
    () => undefined,
    (reason: AppError) => reason,
  );
  return `${error?.code ?? "resolved"}: ${error?.message ?? ""} (${error?.hint ?? ""})`;
}

describe("resolveFlow", () => {
  test.each([
    ["data_analyst", "data_analyst 1.0.0 flows/data_analyst/1.0.0.yml"],
    ["data_analyst@", "data_analyst 1.0.0 flows/data_analyst/1.0.0.yml"],
    ["data_analyst@1.0.0", "data_analyst 1.0.0 flows/data_analyst/1.0.0.yml"],
    ["data_analyst@^1.0.0", "data_analyst 1.2.0 flows/data_analyst/1.2.0.yml"],
    ["data_analyst@>=1.0.0, <3", "data_analyst 2.0.0 flows/data_analyst/2.0.0.yml"],
    ["data_analyst@*", "data_analyst 3.0.0-dev flows/data_analyst/3.0.0-dev.yml"],
    ["data_analyst@2.0.0-goal", "data_analyst 2.0.0-goal flows/data_analyst/2.0.0-goal.yml"],
    ["data_analyst@~1.9", "data_analyst 1.9.0 more/data_analyst/1.9.0.yml"],
    ["extra", "extra 1.0.0 more/extra/1.0.0.yml"],
    ["lab", "lab 1.0.0 flows/experimental/lab/1.0.0.yml"],
    ["flows/newer/2.0.0.yml", "newer 2.0.0 flows/newer/2.0.0.yml"],
    ["flows/short/1.0.0.yml", "short 1.0.0 flows/short/1.0.0.yml"],
    ["/secret/1.0.0.yml", "secret 1.0.0 /secret/1.0.0.yml"],
  ])("%s", async (ref, expected) => {
    expect(await resolved(ref)).toBe(expected);
  });

  test("takes the first folder that has the version", async () => {
    const { flow } = await resolveFlow("data_analyst", sources);
    expect(flow.components[0]?.name).toBe("a");
    const other = await resolveFlow("data_analyst", { ...sources, folders: ["more", "flows"] });
    expect(other.flow.components[0]?.name).toBe("more");
  });

  test("begins relative paths where it is told", async () => {
    const files = filesOf({ "/repo/flows/mine.yaml": chat });
    const found = await resolveFlow("flows/mine.yaml", { folders: [], files, cwd: "/repo" });
    expect([found.reference, found.version, found.flow.file]).toEqual([
      "mine",
      "",
      "flows/mine.yaml",
    ]);
  });

  test.each([
    [
      "data_analist",
      'FLOW_NOT_FOUND: there is no flow "data_analist" (in flows, more/) (did you mean "data_analyst"?)',
    ],
    [
      "newer",
      'FLOW_VERSION_NOT_FOUND: no version of the flow "newer" satisfies "1.0.0" (there is 2.0.0; write for instance newer@2.0.0)',
    ],
    [
      "newer@^3",
      'FLOW_VERSION_NOT_FOUND: no version of the flow "newer" satisfies "^3" (there is 2.0.0; write for instance newer@2.0.0)',
    ],
    [
      "newer@latest",
      'FLOW_VERSION_NOT_FOUND: "latest" is neither a version of the flow "newer" nor a constraint (there is 2.0.0; write for instance newer@2.0.0)',
    ],
    [
      "flows/newer/2.0.1.yml",
      'FLOW_NOT_FOUND: there is no file "flows/newer/2.0.1.yml" (did you mean "flows/newer/2.0.0.yml"?)',
    ],
    [
      "misplaced",
      "FLOW_VERSION_INVALID: the file says version v1, but its folder holds experimental flows (experimental flows lie in experimental/<reference>/)",
    ],
    [
      "internal",
      `FLOW_SHAPE_INVALID: a flow in a registry cannot say "resolved_version" itself (remove it; the file's name is the version)`,
    ],
  ])("%s is refused", async (ref, expected) => {
    expect(await refused(ref)).toBe(expected);
  });

  test.each([
    "",
    "Data_analyst",
    "../secret",
    "..",
    "data_analyst/../../secret",
    ".@1.0.0",
    "a b",
    "1a",
    "@1.0.0",
    "x/y@1.0.0",
  ])("%j leads out of no folder", async (ref) => {
    expect(await refused(ref)).toMatch(/^FLOW_(?:REFERENCE_INVALID|NOT_FOUND):/);
  });

  test("tells everything that a registry's file lacks", async () => {
    await expect(resolveFlow("short", sources)).rejects.toMatchObject({
      errors: [
        { message: 'a flow in a registry must have "flow"' },
        { message: 'a flow in a registry must have "routers"' },
      ],
    });
  });

  test("tells where a file is broken", async () => {
    await expect(resolveFlow("broken", sources)).rejects.toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({
          code: "FLOW_VERSION_INVALID",
          place: { file: "flows/broken/1.0.0.yml", line: 1, column: 10 },
        }),
      ]),
    });
  });

  test("says that there are no folders", async () => {
    await expect(
      resolveFlow("data_analyst", { folders: [], files: filesOf({}) }),
    ).rejects.toMatchObject({
      code: "FLOW_NOT_FOUND",
      message: 'there is no flow "data_analyst" (no folder of flows is configured)',
      hint: "give the path of a flow's file; flows are known by name from the folders `registries.flows` of flowproof.yml",
    });
  });
});

describe("listFlows", () => {
  test("lists every version once, in order", async () => {
    const flows = await listFlows(sources.folders, sources.files);
    expect(
      flows.map(({ reference, version, format }) => `${format} ${reference} ${version}`),
    ).toEqual([
      "v1 broken 1.0.0",
      "v1 data_analyst 1.0.0",
      "v1 data_analyst 1.2.0",
      "v1 data_analyst 1.9.0",
      "v1 data_analyst 2.0.0",
      "v1 data_analyst 3.0.0-dev",
      "v1 data_analyst 2.0.0-goal",
      "v1 extra 1.0.0",
      "v1 internal 1.0.0",
      "experimental lab 1.0.0",
      "experimental misplaced 1.0.0",
      "v1 newer 2.0.0",
      "v1 short 1.0.0",
    ]);
    expect(flows.find(({ version }) => version === "1.0.0")?.path).toBe("flows/broken/1.0.0.yml");
    expect(flows.find(({ reference }) => reference === "data_analyst")?.path).toBe(
      "flows/data_analyst/1.0.0.yml",
    );
  });

  test("finds nothing where there is nothing", async () => {
    expect(await listFlows(["nowhere"], sources.files)).toEqual([]);
  });
});
