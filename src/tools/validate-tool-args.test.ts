import { describe, expect, test } from "vitest";
import type { JsonObject } from "../core/json.ts";
import {
  catalogTool,
  catalogToolNames,
  missingAlternatives,
  type ToolSpec,
  validateToolArgs,
} from "./index.ts";
import { toolArgsModel } from "./validate-tool-args.ts";

function tool(name: string): ToolSpec {
  const found = catalogTool(name);
  if (found === undefined) throw new Error(`no tool "${name}"`);
  return found;
}

test.each(catalogToolNames)("the schema of %s can be validated", (name) => {
  expect(() => toolArgsModel(tool(name))).not.toThrow();
});

type Call = readonly [tool: string, args: JsonObject];

describe("arguments are accepted", () => {
  test.each<[name: string, call: Call, expected?: JsonObject]>([
    ["none", ["get_current_user", {}]],
    ["some, without the defaults of others", ["list_issues", { project_id: 5 }]],
    ["null where it may be", ["get_issue", { url: null, issue_iid: 1 }]],
    ["an id or a path", ["get_issue", { project_id: "5", issue_iid: 1 }]],
    ["a number in a text", ["get_issue", { issue_iid: "7" }], { issue_iid: 7 }],
    [
      "a word for a truth value",
      ["create_issue", { title: "a", confidential: "yes" }],
      { title: "a", confidential: true },
    ],
    ["unknown ones, which are dropped", ["get_issue", { issue_iid: 1, iid: 2 }], { issue_iid: 1 }],
    [
      "lists",
      ["create_issue", { title: "a", assignee_ids: [1, "2"] }],
      { title: "a", assignee_ids: [1, 2] },
    ],
    ["maps", ["gitlab_graphql", { query: "q", variables: { a: { b: [1, null] } } }]],
    ["maps of texts", ["list_work_items", { status: { name: "Done" } }]],
    ["lists of maps", ["todo_write", { todos: [{ description: "a", status: "pending" }] }]],
    [
      "what is only suggested",
      ["list_security_findings", { project_full_path: "a", ref: "b", severity: ["SEVERE"] }],
    ],
    [
      "a form of several",
      ["start_flow", { flow: { name: "code_review", merge_request_url: "u" } }],
    ],
  ])("%s", (_, [name, args], expected) => {
    expect(validateToolArgs(tool(name), args)).toEqual({ ok: true, args: expected ?? args });
  });
});

describe("arguments are refused", () => {
  test.each<[name: string, call: Call, text: RegExp]>([
    [
      "one that is missing",
      ["create_issue", {}],
      /^1 validation error for \w+\ntitle\n {2}Field required/,
    ],
    [
      "a number for a text",
      ["create_issue", { title: 5 }],
      /\ntitle\n {2}Input should be a valid string/,
    ],
    [
      "null where it may not be",
      ["create_issue", { title: null }],
      /\ntitle\n {2}Input should be a valid string/,
    ],
    [
      "a text for a number",
      ["get_issue", { issue_iid: "x" }],
      /\nissue_iid\n {2}Input should be a valid integer/,
    ],
    [
      "half a number",
      ["get_issue", { issue_iid: 1.5 }],
      /\nissue_iid\n {2}Input should be a valid integer/,
    ],
    [
      "too much",
      ["list_security_findings", { per_page: 101 }],
      /\nper_page\n {2}Input should be less than or equal to 100/,
    ],
    [
      "what is no choice",
      ["gitlab_issue_search", { id: "1", search: "a", search_type: "all" }],
      /\nsearch_type\n {2}Input should be 'projects' or 'groups'/,
    ],
    [
      "a wrong item",
      ["create_plan", { tasks: ["a", 1] }],
      /\ntasks\.1\n {2}Input should be a valid string/,
    ],
    ["several", ["create_commit", {}], /^2 validation errors for /],
  ])("%s", (_, [name, args], text) => {
    const result = validateToolArgs(tool(name), args);
    expect(result.ok ? "accepted" : result.text).toMatch(text);
  });
});

describe("parameters of which one set is needed", () => {
  test.each<[tool: string, args: JsonObject, isMissing: boolean]>([
    ["get_issue", {}, true],
    ["get_issue", { url: "u" }, false],
    ["get_issue", { project_id: 1 }, true],
    ["get_issue", { project_id: 1, issue_iid: null }, true],
    ["get_issue", { project_id: 1, issue_iid: 2 }, false],
    ["get_current_user", {}, false],
  ])("%s %j", (name, args, isMissing) => {
    expect(missingAlternatives(tool(name), args)).toEqual(
      isMissing ? [["url"], ["project_id", "issue_iid"]] : [],
    );
  });
});
