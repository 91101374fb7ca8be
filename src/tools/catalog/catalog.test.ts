import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isJsonObject } from "../../core/json.ts";
import type { CatalogTool } from "./catalog-tool.ts";
import { catalogTool, catalogToolNames } from "./catalog.ts";
import * as domains from "./domains.ts";
import { privilegeNames, privilegeTools } from "./privileges.ts";

const tools = catalogToolNames.map((name) => tool(name));

function tool(name: string): CatalogTool {
  const found = catalogTool(name);
  if (found === undefined) throw new Error(`no tool "${name}"`);
  return found;
}

describe("the catalog", () => {
  test("holds each of the 115 tools once, sorted", () => {
    const written = Object.values(domains).flatMap((entries) => entries.map(({ name }) => name));
    expect(written).toHaveLength(115);
    expect(written.toSorted()).toEqual(catalogToolNames);
    expect(new Set(written).size).toBe(written.length);
  });

  test("every file with entries is in the barrel", () => {
    const files = readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .filter((file) => {
        const text = readFileSync(join(import.meta.dirname, file), "utf8");
        return text.includes(": readonly CatalogEntry[] = [");
      });
    expect(files).toHaveLength(Object.keys(domains).length);
  });

  test.each(tools.map((each) => [each.name, each] as const))(
    "%s is described in one sentence of our own",
    (_, { summary, description }) => {
      expect(summary).toMatch(/^[A-Z][^\n]*[^.\s]$/);
      expect(description.startsWith(`${summary}.`)).toBe(true);
    },
  );

  test.each(tools.map((each) => [each.name, each] as const))(
    "%s names only parameters that it has",
    (_, { inputSchema, needsOneOf, parameterCapabilities, parameters, optionKeys }) => {
      const { properties } = inputSchema;
      expect(isJsonObject(properties) && Object.keys(properties)).toEqual(parameters);
      for (const set of needsOneOf) expect(parameters).toEqual(expect.arrayContaining([...set]));
      expect(parameters).toEqual(expect.arrayContaining(Object.keys(parameterCapabilities)));
      expect(optionKeys).toEqual(optionKeys.toSorted());
    },
  );

  test.each(["", "get_isue", "constructor", "__proto__", "blob_search"])(
    "does not know %j",
    (name) => {
      expect(catalogTool(name)).toBeUndefined();
    },
  );

  test("gives the same tool each time", () => {
    expect(catalogTool("get_issue")).toBe(catalogTool("get_issue"));
  });

  test("derives what follows from an entry", () => {
    expect(tool("get_issue")).toMatchObject({
      description: "Reads one issue. Needs url, or project_id with issue_iid.",
      writes: false,
      alwaysEnabled: false,
      origin: "summary",
      requiredParameters: [],
      optionKeys: ["issue_iid", "project_id", "url"],
    });
    expect(tool("create_commit")).toMatchObject({
      writes: true,
      requiredParameters: ["commit_message", "actions"],
    });
    expect(tool("todo_write").alwaysEnabled).toBe(true);
    expect(tool("notify_me_when")).toMatchObject({
      alwaysEnabled: false,
      capability: "schedule_notification",
    });
    expect(tool("ascp_create_component").optionKeys).toContain("sub_directory");
    expect(tool("handover_tool")).toMatchObject({ executable: false, optionKeys: [] });
    expect(tool("read_file").supersedes).toEqual({
      capability: "read_file_chunked",
      inputSchema: {
        type: "object",
        properties: { file_path: { type: "string" } },
        required: ["file_path"],
      },
    });
  });

  test("says in the schema what may be null and what has a default", () => {
    expect(tool("get_repository_file").inputSchema["properties"]).toMatchObject({
      url: { anyOf: [{ type: "string" }, { type: "null" }], default: null },
      project_id: {
        anyOf: [{ type: "integer" }, { type: "string" }, { type: "null" }],
        default: null,
      },
      limit: { anyOf: [{ type: "integer", minimum: 1 }, { type: "null" }] },
    });
    expect(tool("read_file").inputSchema["properties"]).toMatchObject({
      offset: { type: "integer", default: 0 },
    });
  });
});

describe("privileges", () => {
  test("enable every tool that is not always there or bound to a capability", () => {
    const enabled = new Set(privilegeNames.flatMap((name) => privilegeTools(name)));
    const others = tools.filter((each) => each.alwaysEnabled || each.capability !== undefined);
    expect([...enabled, ...others.map(({ name }) => name)].toSorted()).toEqual(catalogToolNames);
  });

  test("that read are contained in those that write", () => {
    const write = new Set(privilegeTools("read_write_gitlab"));
    expect(privilegeTools("read_only_gitlab").filter((name) => !write.has(name))).toEqual([]);
    expect(privilegeTools("read_only_gitlab")).not.toContain("create_issue");
  });

  test.each(["run_mcp_tools", "no_such_privilege"])("%s enables none", (name) => {
    expect(privilegeTools(name)).toEqual([]);
  });
});
