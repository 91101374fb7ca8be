import { expect, test } from "vitest";
import { isJsonObject, type JsonValue } from "../../src/core/json.ts";
import { isJsonArray } from "../../src/core/match/json-array.ts";
import { privilegeNames } from "../../src/tools/index.ts";
import { runIn } from "../testing/run-in.ts";

test.each(["run", "render"])("flow %s --help lists every privilege", async (command) => {
  const { stdout } = await runIn(process.cwd(), ["flow", command, "--help"]);
  const [, listed = ""] = /--privileges[^(]*\(choices:([^)]*)\)/.exec(stdout) ?? [];
  const names = [...listed.matchAll(/"(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual(privilegeNames);
});

/** The tools that the first request of the data analyst offers. */
async function offered(...flags: readonly string[]): Promise<readonly unknown[]> {
  const args = ["flow", "render", "data_analyst", "--goal", "Hi", "--format", "json", "-q"];
  const { exit, stdout, stderr } = await runIn(process.cwd(), [...args, ...flags]);
  expect(exit, stderr).toBe(0);
  const body: JsonValue = JSON.parse(stdout);
  const tools = isJsonObject(body) ? body["tools"] : undefined;
  return (isJsonArray(tools) ? tools : []).map((tool) => isJsonObject(tool) && tool["name"]);
}

const all = ["get_glql_schema", "run_glql_query", "create_work_item_note", "get_current_user"];

test.each([
  [[], all],
  [["--privileges", "read_write_gitlab"], all],
  [["--privileges", "read_only_gitlab"], all.filter((name) => !name.startsWith("create"))],
  [["--privileges", " read_only_gitlab , use_git,"], all.filter((n) => !n.startsWith("create"))],
  [["--privileges", "use_git", "--privileges", "read_write_gitlab"], all],
  [["--privileges", ""], []],
  [
    ["--denied-tools", "run_glql_query,get_current_user"],
    [all[0], all[2]],
  ],
  [
    ["--mcp-tools", "get_issue", "--denied-tools", "get_glql_schema"],
    [...all.slice(1), "get_issue"],
  ],
  [
    ["--mcp-tools", "own", "--tools", '{"own":{"schema":{"q":"string"},"returns":"x"}}'],
    [...all, "own"],
  ],
])("%j: a session offers %j", async (flags, tools) => {
  expect(await offered(...flags)).toEqual(tools);
});
