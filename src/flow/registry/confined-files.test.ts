import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { diskFiles } from "../../platform/index.ts";
import { parseFlow } from "../load/parse-flow.ts";
import { listFlows, loadRegistries, resolveFlow } from "./index.ts";
import { loadIncludes } from "./load-includes.ts";

const flow = `version: v1
environment: chat-partial
flow: {}
components: [{ name: a, type: AgentComponent, prompt_id: p, toolset: [] }]
routers: []
`;
const prompt = "prompt_template: { system: Hi }\n";

const texts: Readonly<Record<string, string>> = {
  "outside/secret": "secret",
  "outside/1.0.0.yml": flow,
  "outside/base/1.0.0.yml": prompt,
  "outside/base/1.0.0.json": '{ "type": "object" }',
  "flows-too/1.0.0.yml": flow,
  "flows/real/1.0.0.yml": flow,
  "flows/mixed/1.0.0.yml": flow,
  "prompts/real/base/1.0.0.yml": prompt,
  "prompts/real/own.jinja": "Own",
  "schemas/real/base/1.0.0.json": '{ "type": "object" }',
};

const links: Readonly<Record<string, string>> = {
  "flows/alias": "real",
  "flows/escaped": "../outside",
  // Begins like the folder's own name.
  "flows/beside": "../flows-too",
  "flows/mixed/1.1.0.yml": "../real/1.0.0.yml",
  "flows/mixed/1.2.0.yml": "../../outside/1.0.0.yml",
  "flows/mixed/1.3.0.yml": "1.3.0.yml",
  "flows/mixed/1.4.0.yml": "nowhere.yml",
  "flows/experimental": "../outside",
  "linked-flows": "flows",
  "prompts/alias": "real",
  "prompts/escaped": "../outside",
  "prompts/x.jinja": "../outside/secret",
  "prompts/y.jinja": "real/own.jinja",
  "prompts/twice.jinja": "x.jinja",
  "prompts/there.jinja": "../prompts/real/own.jinja",
  "schemas/escaped": "../outside",
};

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "flowproof-"));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function at(path: string): string {
  return `${root}/${path}`;
}

/** What comes out, or the first error's code and message with the folder left out. */
async function outcome(work: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work;
  } catch (error) {
    const first: unknown = error instanceof AppErrors ? error.errors[0] : error;
    if (!(first instanceof AppError)) throw error;
    return `${first.code} ${first.message.replaceAll(`${root}/`, "")}`;
  }
}

describe("flows", () => {
  test.each([
    ["real", "real/1.0.0.yml"],
    ["alias", "alias/1.0.0.yml"],
    ["escaped", 'FLOW_PATH_OUTSIDE "flows/escaped" is a link that leads out of "flows"'],
    ["beside", 'FLOW_PATH_OUTSIDE "flows/beside" is a link that leads out of "flows"'],
    ["mixed@^1", "mixed/1.1.0.yml"],
    ["mixed@1.1.0", "mixed/1.1.0.yml"],
    [
      "mixed@1.2.0",
      'FLOW_PATH_OUTSIDE "flows/mixed/1.2.0.yml" is a link that leads out of "flows"',
    ],
    ["mixed@1.4.0", 'FLOW_NOT_FOUND there is no file "flows/mixed/1.4.0.yml"'],
    ["mixed@1.3.0", 'FILE_UNREADABLE cannot read "flows/mixed/1.3.0.yml" (ELOOP)'],
  ])("%s", async (reference, expected) => {
    const sources = { folders: [at("flows/")], files: diskFiles };
    const found = resolveFlow(reference, sources).then(({ path }) =>
      path.slice(at("flows/").length),
    );
    expect(await outcome(found)).toBe(expected);
  });

  test("are listed without those outside", async () => {
    for (const folder of ["flows", "linked-flows"]) {
      const flows = await listFlows([at(folder)], diskFiles);
      expect(flows.map(({ reference, version }) => `${reference} ${version}`)).toEqual([
        "alias 1.0.0",
        "mixed 1.0.0",
        "mixed 1.1.0",
        "real 1.0.0",
      ]);
    }
  });

  test("that a path names may lie anywhere", async () => {
    const path = at("flows/escaped/1.0.0.yml");
    expect(await resolveFlow(path, { folders: [at("flows")], files: diskFiles })).toMatchObject({
      path,
    });
  });
});

describe("files that templates include", () => {
  test.each([
    ["real/own.jinja", "Own"],
    ["alias/own.jinja", "Own"],
    ["y.jinja", "Own"],
    ["there.jinja", "Own"],
    ["none.jinja", undefined],
    ["x.jinja", 'FLOW_PATH_OUTSIDE "prompts/x.jinja" is a link that leads out of "prompts"'],
    [
      "twice.jinja",
      'FLOW_PATH_OUTSIDE "prompts/twice.jinja" is a link that leads out of "prompts"',
    ],
    [
      "escaped/secret",
      'FLOW_PATH_OUTSIDE "prompts/escaped/secret" is a link that leads out of "prompts"',
    ],
  ])("%s", async (name, expected) => {
    const own = `prompts: [{ prompt_id: p, name: p, unit_primitives: [], prompt_template: { system: "{% include '${name}' %}" } }]\n`;
    const sources = { prompts: [at("prompts/")], responseSchemas: [], files: diskFiles };
    const loaded = loadRegistries(parseFlow(flow + own, "f.yml"), sources);
    expect(await outcome(loaded.then((registries) => registries.template(name)))).toBe(expected);
  });

  test("may lie anywhere where files cannot be links", async () => {
    const files: Files = {
      read: (path) => diskFiles.read(path),
      list: (folder) => diskFiles.list(folder),
      realPath: undefined,
    };
    const found = await loadIncludes(["{% include 'x.jinja' %}"], {
      prompts: [at("prompts")],
      files,
    });
    expect([...found]).toEqual([["x.jinja", "secret"]]);
  });
});

describe("prompts and response schemas", () => {
  test.each([
    ["prompt_id: real, prompt_version: ^1", "fine"],
    ["prompt_id: alias, prompt_version: ^1", "fine"],
    [
      "prompt_id: escaped, prompt_version: ^1",
      'FLOW_PATH_OUTSIDE "prompts/escaped/base" is a link that leads out of "prompts"',
    ],
    [
      "prompt_id: real, prompt_version: ^1, response_schema_id: real, response_schema_version: ^1",
      "fine",
    ],
    [
      "prompt_id: real, prompt_version: ^1, response_schema_id: escaped, response_schema_version: ^1",
      'FLOW_PATH_OUTSIDE "schemas/escaped/base" is a link that leads out of "schemas"',
    ],
  ])("%s", async (fields, expected) => {
    const text = `version: v1
environment: ambient
flow: { entry_point: a }
components: [{ name: a, type: AgentComponent, toolset: [], ${fields} }]
routers: [{ from: a, to: end }]
`;
    const sources = {
      prompts: [at("prompts")],
      responseSchemas: [at("schemas")],
      files: diskFiles,
    };
    const loaded = loadRegistries(parseFlow(text, "f.yml"), sources);
    expect(await outcome(loaded.then(() => "fine"))).toBe(expected);
  });
});
