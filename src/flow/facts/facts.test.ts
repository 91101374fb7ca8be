import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusFolder } from "../../../fixtures/corpus.ts";
import { fromJson } from "../../core/python/convert.ts";
import { isPyDict } from "../../core/python/py-value.ts";
import { checkDefinition } from "../response-schema/check-definition.ts";
import { templateVariables } from "../template/index.ts";
import { recordedKnowledge } from "./index.ts";
import { promptFacts } from "./prompt-facts.ts";
import { responseSchemaFacts } from "./response-schema-facts.ts";
import { templateFacts } from "./template-facts.ts";
import { unitPrimitives } from "./unit-primitives.ts";

const { prompt, promptFile, responseSchema } = recordedKnowledge;
const promptLines = promptFacts.trim().split("\n");
const templateLines = templateFacts.trim().split("\n");

function sortedCopy(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].toSorted();
}

describe("the lists", () => {
  test.each([
    ["prompts", promptLines.map((line) => line.split(" ").slice(0, 2).join(" ")), 188],
    ["templates", templateLines.map((line) => line.split(" ", 1).join("")), 294],
    ["response schemas", responseSchemaFacts.map(({ id, version }) => `${id} ${version}`), 11],
    ["unit primitives", unitPrimitives, 61],
  ])("of %s are sorted and whole", (_, names, count) => {
    expect(names).toEqual(sortedCopy(names));
    expect(names).toHaveLength(count);
  });
});

describe("a prompt", () => {
  test("is found by id and constraint, with what its templates use", () => {
    expect(prompt?.("recommend_reviewers_post", "^1.0.0")).toEqual({
      found: true,
      version: "1.0.0",
      value: {
        roles: ["system", "user"],
        variables: ["merge_request_iid", "project_id", "reviewer_data"],
      },
    });
  });

  test("may have other roles", () => {
    const lookup = prompt?.("chat/agent", "1.0.0");
    expect(lookup?.found === true && lookup.value.roles).toEqual([
      "system_static",
      "system_dynamic",
      "user",
    ]);
  });

  test("is found where its id leads up and back, as the service does", () => {
    expect(prompt?.("../definitions/chat//agent", "^1.0.0")).toMatchObject({ found: true });
    expect(prompt?.("../chat/agent", "^1.0.0")).toMatchObject({ found: false, reason: "unknown" });
  });

  test.each([
    ["chat/nothing", "^1.0.0", "unknown"],
    ["chat/agent", "^7.0.0", "no_version"],
    ["chat/agent", "latest", "no_version"],
  ])("%s %s is not: %s", (id, constraint, reason) => {
    expect(prompt?.(id, constraint)).toMatchObject({ found: false, reason });
  });
});

describe("a template", () => {
  test("uses what the file uses, and what its parts use", () => {
    const source = "{% extends 'common/developer/system/1.0.0.jinja' %}{{ own }}";
    expect(templateVariables(source, { files: (name) => promptFile?.(name) })).toEqual([
      "agent_user_environment",
      "agents_dot_md",
      "own",
      "primary_branch",
      "project_id",
      "project_url",
      "today",
      "workspace_agent_skills",
    ]);
  });

  test("and every other can be read", () => {
    const names = templateLines.map((line) => line.split(" ", 1).join(""));
    const broken = names.filter((name) => {
      const variables = templateVariables(`{% include "${name}" %}`, {
        files: (each) => promptFile?.(each),
      });
      return variables.some((variable) => !/^[a-z_]+$/.test(variable));
    });
    expect(broken).toEqual([]);
  });

  test("that does not exist is not there", () => {
    expect(promptFile?.("common/none/1.0.0.jinja")).toBeUndefined();
  });
});

describe("a response schema", () => {
  test.each(responseSchemaFacts)("$id would be accepted", ({ definition }) => {
    const dict = fromJson(definition);
    expect(isPyDict(dict) && checkDefinition(dict)).toEqual([]);
  });

  test("has its fields, and says which of them an answer needs", () => {
    expect(responseSchema?.("fix_pipeline_context", "^1.0.0")).toMatchObject({
      found: true,
      value: {
        title: "fix_pipeline_context_response",
        definition: {
          required: ["failure_category", "suggested_fix_type", "decision", "summary"],
          properties: { confidence: { type: "string", enum: ["high", "low"] } },
        },
      },
    });
  });
});

const reference = join(corpusFolder ?? "", "..", "reference", "registry-facts.json");
const hasReference = corpusFolder !== undefined && existsSync(reference);

interface ReferenceField {
  readonly name?: string;
  readonly type: string;
  readonly required?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly fields?: readonly ReferenceField[];
  readonly items?: ReferenceField;
}

/** A version of a prompt, a template, or a version of a response schema. */
interface ReferenceFact {
  readonly variables: readonly string[];
  readonly roles: readonly string[];
  readonly own_variables: readonly string[];
  readonly references: readonly string[];
  readonly title: string;
  readonly fields: readonly ReferenceField[];
}

function expectedSchema({ type, fields, items, ...rest }: ReferenceField): object {
  if (fields !== undefined) return expectedObject(fields);
  const { name: _name, required: _required, ...limits } = rest;
  return { type, ...(items && { items: expectedSchema(items) }), ...limits };
}

function expectedObject(fields: readonly ReferenceField[]): object {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, expectedSchema(field)])),
    required: fields.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

test.skipIf(!hasReference)("the reference says the same (needs FLOWPROOF_CORPUS)", () => {
  const facts = JSON.parse(readFileSync(reference, "utf8"));
  for (const [id, versions] of Object.entries<Record<string, ReferenceFact>>(facts.prompts)) {
    for (const [version, { variables, roles }] of Object.entries(versions)) {
      expect(prompt?.(id, version)).toEqual({
        found: true,
        version,
        value: { roles, variables: variables.toSorted() },
      });
    }
  }
  expect(Object.keys(facts.prompts).length).toBe(
    new Set(promptLines.map((line) => line.split(" ", 1).join(""))).size,
  );
  for (const [name, template] of Object.entries<ReferenceFact>(facts.templates)) {
    const source = promptFile?.(name) ?? "{%";
    expect(templateVariables(source, { files: () => "" })).toEqual(
      template.own_variables.toSorted(),
    );
    const references = [...source.matchAll(/\{% include "(.*?)" %\}/g)].map((match) => match[1]);
    expect(references).toEqual(template.references);
  }
  expect(Object.keys(facts.templates).length).toBe(templateLines.length);
  for (const [id, versions] of Object.entries<Record<string, ReferenceFact>>(
    facts.response_schemas,
  )) {
    for (const [version, { title, fields }] of Object.entries(versions)) {
      expect(responseSchema?.(id, version)).toMatchObject({
        found: true,
        value: { title, definition: { title, ...expectedObject(fields) } },
      });
    }
  }
});
