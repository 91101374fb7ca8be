import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { compileSchema } from "../../../schema/index.ts";
import { readYaml } from "../../../yaml/index.ts";
import { catalogTool } from "../../catalog/catalog.ts";
import { families } from "./families.ts";
import { createGitlab, gitlabSchema, readGitlabSeed } from "./gitlab.ts";
import { planningFamilies } from "./planning/planning-families.ts";

const fixtures = fileURLToPath(new URL("../../../../fixtures/fakes/", import.meta.url));
const validate = compileSchema({
  ...gitlabSchema,
  $schema: "http://json-schema.org/draft-07/schema#",
});

function read(path: string): JsonObject {
  const { value } = readYaml(readFileSync(path, "utf8"), path);
  if (!isJsonObject(value)) throw new TypeError(`${path} is no map`);
  return value;
}

describe("the shop", () => {
  const shop = read(join(fixtures, "shop.yml"));
  const { seed, problems } = readGitlabSeed(shop);

  test("is a seed without problems", () => {
    expect(problems).toEqual([]);
    expect(validate(shop)).toEqual([]);
  });

  test("shows a state that is a seed itself, of the same world", () => {
    const state = createGitlab(seed).state();
    expect(validate(state)).toEqual([]);
    const again = readGitlabSeed(state);
    expect(again.problems).toEqual([]);
    expect(createGitlab(again.seed).state()).toEqual(state);
  });

  test("goes on from its state as from itself", () => {
    const first = createGitlab(seed);
    const call = {
      component: "agent",
      tool: "create_issue",
      args: { project_id: 101, title: "New", labels: "new" },
    };
    first.call(call);
    const second = createGitlab(readGitlabSeed(first.state()).seed);
    first.call(call);
    second.call(call);
    expect(second.state()).toEqual(first.state());
  });

  test("belongs to one trial, and no other", () => {
    const before = createGitlab(seed).state();
    const trial = createGitlab(seed);
    const args = { project_id: 101, issue_iid: 1, state_event: "close", add_labels: "new" };
    trial.call({ component: "agent", tool: "update_issue", args });
    expect(trial.state()).not.toEqual(before);
    expect(createGitlab(seed).state()).toEqual(before);
  });
});

describe("families", () => {
  const tools = families.flatMap((family) => Object.keys(family.tools ?? {}));

  test("have distinct names, tools and parts", () => {
    const names = families.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(tools).size).toBe(tools.length);
    for (const kind of ["instance", "group", "project"] as const) {
      const parts = families.flatMap(({ parts: all }) => all?.[kind] ?? []);
      const keys = parts.flatMap(({ properties }) => Object.keys(properties));
      expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test.each(tools)("%s is a tool of the catalog", (name) => {
    expect(catalogTool(name)).toBeDefined();
  });
});

interface Step {
  readonly call: string;
  readonly args: JsonObject;
  readonly isGood: boolean;
}

/** Every step of the planning half's data. */
const steps: readonly Step[] = ["core", "planning"].flatMap((folder) =>
  readdirSync(join(fixtures, "gitlab", folder)).flatMap((file) =>
    stepsOf(read(join(fixtures, "gitlab", folder, file))),
  ),
);

function stepsOf({ cases }: JsonObject): readonly Step[] {
  return (isJsonArray(cases) ? cases : []).flatMap((each) => {
    const list = isJsonObject(each) ? each["steps"] : undefined;
    return (isJsonArray(list) ? list : []).filter(isJsonObject).map((step) => ({
      call: typeof step["call"] === "string" ? step["call"] : "",
      args: isJsonObject(step["args"]) ? step["args"] : {},
      isGood: Object.hasOwn(step, "returns") || Object.hasOwn(step, "returns_json"),
    }));
  });
}

/** What says which thing a call is about; locate.ts and parent.ts read it for all tools alike. */
const identifying: ReadonlySet<string> = new Set([
  "url",
  "project_id",
  "group_id",
  "issue_iid",
  "epic_iid",
  "work_item_iid",
]);

const inherited = "every tool on a work item has it, and only get_work_item shows merge requests";
const license = "it chooses the license that the service checks; the fake has them all";

/** Arguments that the real tool takes and that change nothing, with the reason. */
const without: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  create_epic: { epic_id: "a new epic has none: it is sent, and the API does not read it" },
  create_work_item: { state: "the service does not send it: what is new is open" },
  get_work_item_notes: { types: license, mr_page_size: inherited, mr_pagination_cursor: inherited },
  update_work_item: { types: license, mr_page_size: inherited, mr_pagination_cursor: inherited },
  create_work_item_note: {
    types: license,
    mr_page_size: inherited,
    mr_pagination_cursor: inherited,
  },
};

describe("the data of the planning half", () => {
  const planned = planningFamilies.flatMap((family) => Object.keys(family.tools ?? {}));

  test.each(planned)("has %s with every argument", (name) => {
    const properties = catalogTool(name)?.inputSchema["properties"];
    const parameters = Object.keys(isJsonObject(properties) ? properties : {});
    const used = new Set(
      steps.filter(({ call }) => call === name).flatMap(({ args }) => Object.keys(args)),
    );
    const unused = parameters.filter((key) => !used.has(key) && !identifying.has(key));
    expect(unused).toEqual(
      Object.keys(without[name] ?? {}).filter((key) => parameters.includes(key)),
    );
  });

  test.each(planned.filter((name) => name !== "get_current_user"))(
    "has %s in both directions",
    (name) => {
      const calls = steps.filter(({ call }) => call === name);
      expect(calls.some(({ isGood }) => isGood)).toBe(true);
      expect(calls.some(({ isGood }) => !isGood)).toBe(true);
    },
  );
});
