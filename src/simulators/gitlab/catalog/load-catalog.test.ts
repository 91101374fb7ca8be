import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../../core/errors/app-error.ts";
import type { Files } from "../../../core/files.ts";
import { formatPlace } from "../../../core/position.ts";
import { loadCatalog } from "./load-catalog.ts";

function inMemory(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Files {
  const all = new Map(Object.entries(files).map(([path, text]) => [`shop/${path}`, text]));
  return {
    read: async (path) => Promise.resolve(all.get(path)),
    list: async (folder) =>
      Promise.resolve(
        [...all.keys()]
          .map((path) => path.slice(folder.length + 1))
          .filter((name) => !name.includes("/"))
          .toSorted(),
      ),
    realPath: async (path) => Promise.resolve(links[path] ?? path),
  };
}

async function wrong(files: Readonly<Record<string, string>>, links = {}): Promise<string[]> {
  try {
    await loadCatalog("shop", inMemory(files, links));
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    return errors.map((each) => {
      if (!(each instanceof AppError)) throw each;
      expect(each.code).toMatch(/^(?:SIMULATOR_CATALOG_|YAML_INVALID)/);
      return `${each.place === undefined ? "" : formatPlace(each.place)} ${each.message}`;
    });
  }
  throw new Error("nothing is wrong");
}

const agent = "{ id: 1, type: agent, name: A, versions: [{ version: 1.0.0, system_prompt: x }] }";

test("several files are one instance, and texts come from files", async () => {
  const catalog = await loadCatalog(
    "shop",
    inMemory({
      "a.yml": "instance: { version: 18.9.0 }\nusers: [{ username: mia }]\n",
      "b.yaml": `projects: [{ id: 1, path: a/b, members: { mia: guest } }]\nitems:\n  - ${agent}\n  - { id: 2, type: flow, name: F, versions: [{ version: 1.0.0, definition_file: flows/f.yml }] }\n`,
      "flows/f.yml": "version: v1\n",
      "notes.txt": "not read",
    }),
  );
  expect(catalog.instance).toEqual({ version: "18.9.0" });
  expect(catalog.items?.map(({ id }) => id)).toEqual([1, 2]);
  expect(catalog.items?.[1]?.versions?.[0]).toMatchObject({ definition: "version: v1\n" });
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["an empty folder", { "a.txt": "" }, [" no .yml file in shop"]],
  ["what is no YAML", { "a.yml": "items: [" }, [expect.stringContaining("shop/a.yml:1")]],
  ["an empty file", { "a.yml": "" }, [expect.stringContaining("has to be a mapping")]],
  [
    "an unknown key",
    { "a.yml": "items:\n  - id: 1\n    type: agent\n    name: A\n    version: 1\n" },
    [expect.stringContaining('shop/a.yml:5:5 unknown key "version"')],
  ],
  [
    "a type that is none",
    { "a.yml": "items: [{ id: 1, type: robot, name: A }]" },
    [expect.stringContaining("robot")],
  ],
  [
    "users that are not there",
    {
      "a.yml": "users: [{ username: mia }]\ntokens: [{ name: t, token: abcdefgh, user: max }]",
      "b.yml": "projects:\n  - id: 1\n    path: a/b\n    members: { tim: guest }",
    },
    ['shop/a.yml:2:44 there is no user "max"', 'shop/b.yml:4:16 there is no user "tim"'],
  ],
  [
    "projects and items that are not there",
    {
      "a.yml": `items: [{ id: 1, type: agent, name: A, project: no/where, versions: [{ version: 1.0.0, system_prompt: x }] }]\nconsumers: [{ id: 5, item: 9, group: a }]`,
    },
    [
      expect.stringContaining('there is no project "no/where"'),
      expect.stringContaining('there is no item "9"'),
    ],
  ],
  [
    "what is there twice, in two files",
    { "a.yml": `items: [${agent}]`, "b.yml": `items: [${agent}]` },
    [expect.stringContaining('shop/b.yml:1:15 the item "1" is there twice')],
  ],
  [
    "a token's text that is there twice, which is not repeated",
    {
      "a.yml":
        "users: [{ username: mia }]\ntokens: [{ name: a, token: same-token, user: mia }, { name: b, token: same-token, user: mia }]",
    },
    ["shop/a.yml:2:71 the token's text is there twice"],
  ],
  [
    "an agent with the text of a flow",
    {
      "a.yml":
        "items: [{ id: 1, type: agent, name: A, versions: [{ version: 1.0.0, definition: x }] }]",
    },
    [
      expect.stringContaining('needs "system_prompt"'),
      expect.stringContaining('"definition" is for flows, and this is an agent'),
    ],
  ],
  [
    "a flow without a text",
    { "a.yml": "items: [{ id: 1, type: flow, name: A, versions: [{ version: 1.0.0 }] }]" },
    [expect.stringContaining('needs "definition"')],
  ],
  [
    "an item without versions",
    { "a.yml": "items: [{ id: 1, type: flow, name: A }]" },
    [expect.stringContaining("at least one version")],
  ],
  [
    "a placeholder with versions",
    {
      "a.yml": `items: [{ id: 1, type: flow, name: A, placeholder: true, versions: [{ version: 1.0.0, definition: x }] }]`,
    },
    [expect.stringContaining("a placeholder is a flow without versions")],
  ],
  [
    "a version that is there twice",
    {
      "a.yml":
        "items: [{ id: 1, type: flow, name: A, versions: [{ version: 1.0.0, definition: x }, { version: 1.0.0, definition: x }] }]",
    },
    [expect.stringContaining("version 1.0.0 is there twice")],
  ],
  [
    "a text that is not there",
    {
      "a.yml":
        "items: [{ id: 1, type: flow, name: A, versions: [{ version: 1.0.0, definition_file: f.yml.txt }] }]",
    },
    [expect.stringContaining('there is no file "f.yml.txt"')],
  ],
  [
    "a text outside of the folder",
    {
      "a.yml":
        "items: [{ id: 1, type: flow, name: A, versions: [{ version: 1.0.0, definition_file: ../secret }] }]",
    },
    [expect.stringContaining('"../secret" leads out of the folder')],
  ],
])("%s is said with its place", async (...[, files, errors]) => {
  expect(await wrong(files)).toEqual(errors);
});

test("a link out of the folder is not followed", async () => {
  const text =
    "items: [{ id: 1, type: flow, name: A, versions: [{ version: 1.0.0, definition_file: f/l }] }]";
  const errors = await wrong({ "a.yml": text, "f/l": "secret" }, { "shop/f/l": "/etc/passwd" });
  expect(errors).toEqual([expect.stringContaining("is a link that leads out of the folder")]);
});
