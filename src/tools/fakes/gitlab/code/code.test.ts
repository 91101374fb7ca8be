import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import { isJsonArray } from "../../../../core/match/json-array.ts";
import { compileSchema } from "../../../../schema/index.ts";
import { readYaml } from "../../../../yaml/index.ts";
import { catalogTool } from "../../../catalog/catalog.ts";
import { createGitlab, gitlabSchema, readGitlabSeed } from "../gitlab.ts";
import { codeFamilies } from "./code-families.ts";

const folder = fileURLToPath(
  new URL("../../../../../fixtures/fakes/gitlab/code/", import.meta.url),
);
const validate = compileSchema({
  ...gitlabSchema,
  $schema: "http://json-schema.org/draft-07/schema#",
});

const files = readdirSync(folder).map((name): readonly [string, JsonObject] => {
  const { value } = readYaml(readFileSync(`${folder}${name}`, "utf8"), name);
  if (!isJsonObject(value)) throw new TypeError(`${name} is no map`);
  return [name, value];
});

function gitlabOf({ defaults = null }: JsonObject): JsonObject {
  const block = isJsonObject(defaults) ? defaults["gitlab"] : null;
  return isJsonObject(block) ? block : {};
}

describe.each(files)("the seed of %s", (_, file) => {
  const { seed, problems } = readGitlabSeed(gitlabOf(file));

  test("shows a state that is a seed of the same world", () => {
    expect(problems).toEqual([]);
    const state = createGitlab(seed).state();
    expect(validate(state)).toEqual([]);
    const again = readGitlabSeed(state);
    expect(again.problems).toEqual([]);
    expect(createGitlab(again.seed).state()).toEqual(state);
  });
});

interface Step {
  readonly call: string;
  readonly args: JsonObject;
  readonly isGood: boolean;
}

const steps: readonly Step[] = files.flatMap(([, { cases = null }]) =>
  (isJsonArray(cases) ? cases : []).flatMap((each) => {
    const list = isJsonObject(each) ? each["steps"] : undefined;
    return (isJsonArray(list) ? list : []).filter(isJsonObject).map((step) => ({
      call: typeof step["call"] === "string" ? step["call"] : "",
      args: isJsonObject(step["args"]) ? step["args"] : {},
      isGood: Object.hasOwn(step, "returns") || Object.hasOwn(step, "returns_json"),
    }));
  }),
);

/** What says which thing a call is about is read for all tools alike. */
const identifying: ReadonlySet<string> = new Set(["url", "project_id", "merge_request_iid"]);

describe("the data", () => {
  const tools = codeFamilies.flatMap((family) => Object.keys(family.tools ?? {}));

  test.each(tools)("has %s with every argument", (name) => {
    const properties = catalogTool(name)?.inputSchema["properties"];
    const parameters = Object.keys(isJsonObject(properties) ? properties : {});
    const used = new Set(
      steps.filter(({ call }) => call === name).flatMap(({ args }) => Object.keys(args)),
    );
    const unused = parameters.filter((key) => !used.has(key) && !identifying.has(key));
    expect(unused).toEqual([]);
  });

  // A text that is not JSON is no failure for this one.
  test.each(tools.filter((name) => name !== "evaluate_vuln_fp_status"))(
    "has %s in both directions",
    (name) => {
      const calls = steps.filter(({ call }) => call === name);
      expect(calls.some(({ isGood }) => isGood)).toBe(true);
      expect(calls.some(({ isGood }) => !isGood)).toBe(true);
    },
  );
});

describe("the repository of a project", () => {
  const block = {
    projects: {
      "shop/web": {
        files: { "a.txt": "a\n" },
        branches: { one: { files: { "a.txt": "b\n" }, message: "B" } },
      },
      "shop/locked": { access: "read", files: { "a.txt": "a\n" } },
      "shop/hidden": { access: "none", files: { "a.txt": "a\n" } },
    },
  };

  test("is where a workspace pushes to, and tells why it refuses", () => {
    const gitlab = createGitlab(readGitlabSeed(block).seed);
    const remote = gitlab.remote("shop/web");
    expect(remote?.url).toBe("https://gitlab.example.com/shop/web.git");
    expect(remote?.defaultBranch).toBe("main");
    expect(remote?.branches).toEqual(["main", "one"]);
    const main = remote?.branch("main");
    const one = remote?.branch("one");
    expect(main?.id).toMatch(/^[0-9a-f]{40}$/);
    expect(one?.parents).toEqual([main?.id]);
    expect(remote?.push("main", one?.id ?? "", [], false)).toMatch(/protected branches/);
    expect(remote?.push("main", one?.id ?? "", [], true)).toMatch(/protected branches/);
    expect(remote?.push("one", main?.id ?? "", [], false)).toBe("non-fast-forward");
    expect(remote?.push("one", main?.id ?? "", [], true)).toBeUndefined();
    expect(remote?.push("two", main?.id ?? "", [], false)).toBeUndefined();
    expect(remote?.branches).toEqual(["main", "one", "two"]);
    expect(remote?.branch("one")).toEqual(main);
  });

  test("is not pushed to without permission, nor seen without any", () => {
    const gitlab = createGitlab(readGitlabSeed(block).seed);
    const locked = gitlab.remote("shop/locked");
    const head = locked?.branch("main")?.id ?? "";
    expect(locked?.push("new", head, [], false)).toMatch(/not allowed to push/);
    expect(locked?.branches).toEqual(["main"]);
    expect(gitlab.remote("shop/hidden")).toBeUndefined();
    expect(gitlab.remote("shop/none")).toBeUndefined();
  });

  test.each([
    [{ branches: { a: { from: "b" }, b: { from: "a" } } }, /itself made from this one/],
    [{ branches: { a: { from: "mian" } } }, /there is no branch "mian"/],
    [{ files: { "/etc/passwd": "x" } }, /no file's path/],
    [{ files: { "../x": "x" } }, /no file's path/],
    [{ files: { ".git/config": "x" } }, /git's own/],
    [{ files: { a: "x", "a/b": "y" } }, /both a file and a folder/],
  ])("cannot begin as %j", (project, message) => {
    const { problems } = readGitlabSeed({
      projects: { "shop/web": { files: { x: "x" }, ...project } },
    });
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
  });
});
