import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusFolder } from "../../../fixtures/corpus.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import {
  catalogTool,
  catalogToolNames,
  privilegeNames,
  privilegeTools,
  unregisteredTools,
} from "../index.ts";

const reference = join(corpusFolder ?? "", "..", "reference", "tools.json");
const hasReference = corpusFolder !== undefined && existsSync(reference);

interface ReferenceParameter {
  readonly name: string;
  readonly required: boolean;
  readonly nullable?: boolean;
  readonly default?: JsonValue;
  readonly type: readonly string[];
  readonly enum?: JsonValue;
  readonly suggested_values?: JsonValue;
  readonly items?: ReferenceParameter;
  readonly fields?: readonly ReferenceParameter[];
  readonly variants?: readonly (readonly ReferenceParameter[])[];
  readonly additionalProperties?: ReferenceParameter;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** The schema that a parameter of the reference should have become. */
function expected(parameter: ReferenceParameter): JsonObject {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, enum: values } = parameter;
  const limits = { minimum, maximum, minLength, maxLength, minItems, maxItems, enum: values };
  const forms: JsonObject[] = parameter.type.map((type) => {
    if (parameter.variants !== undefined) return { anyOf: parameter.variants.map(expectedObject) };
    if (parameter.fields !== undefined) return expectedObject(parameter.fields);
    if (type === "object") {
      const inner = parameter.additionalProperties;
      return { type, additionalProperties: inner === undefined ? true : expected(inner) };
    }
    const items = parameter.items && { items: expected(parameter.items) };
    const examples = parameter.suggested_values && { examples: parameter.suggested_values };
    return { type, ...items, ...examples, ...defined(limits) };
  });
  if (parameter.nullable === true) forms.push({ type: "null" });
  const [only] = forms;
  return {
    ...(forms.length === 1 && only !== undefined ? only : { anyOf: forms }),
    ...("default" in parameter && { default: parameter.default }),
  };
}

function defined(limits: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const entries = Object.entries(limits);
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function expectedObject(fields: readonly ReferenceParameter[]): JsonObject {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, expected(field)])),
    ...(required.length > 0 && { required }),
  };
}

describe("the reference facts", () => {
  test.skipIf(!hasReference)("agree with the catalog (needs FLOWPROOF_CORPUS)", () => {
    const facts = JSON.parse(readFileSync(reference, "utf8"));
    expect(facts.tools.map((each: { name: string }) => each.name)).toEqual(catalogToolNames);
    expect(Object.keys(facts.privileges).toSorted()).toEqual(privilegeNames);
    for (const [name, enabled] of Object.entries(facts.privileges)) {
      expect([name, privilegeTools(name)]).toEqual([name, enabled]);
    }
    expect(catalogToolNames.filter((name) => catalogTool(name)?.alwaysEnabled)).toEqual(
      facts.always_enabled,
    );
    expect(Object.keys(unregisteredTools).toSorted()).toEqual(
      facts.names_referenced_by_shipped_configs_but_not_registered.toSorted(),
    );
    for (const fact of facts.tools) {
      const older = fact.variants.find(
        (each: Record<string, unknown>) => !each["active_in_dry_run"],
      );
      const active = fact.variants.find(
        (each: Record<string, unknown>) => each["active_in_dry_run"],
      );
      const [capability] = active.required_capabilities;
      expect(catalogTool(fact.name)).toMatchObject({
        name: fact.name,
        inputSchema: expectedObject(fact.parameters),
        parameters: fact.parameters.map((each: ReferenceParameter) => each.name),
        optionKeys: fact.option_keys,
        privileges: fact.privileges,
        scope: fact.scope,
        effect: fact.effect,
        writes: fact.writes,
        executable: fact.executable,
        alwaysEnabled: fact.always_enabled,
        capability: fact.capability_only ? capability : undefined,
        experimental: fact.experimental,
        deprecated: fact.deprecated,
        minGitlabVersion: fact.min_gitlab_version ?? undefined,
        license: fact.licensed_feature ?? undefined,
        trust: fact.trust_level ?? undefined,
        needsOneOf: fact.runtime_required_any_of,
        parameterCapabilities: Object.fromEntries(
          fact.parameter_capabilities.map((each: Record<string, string>) => [
            each["parameter"],
            each["capability"],
          ]),
        ),
        supersedes: older && { capability, inputSchema: expectedObject(older.parameters) },
      });
    }
  });
});
