import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { diskFiles } from "../platform/index.ts";
import { catalogTool, validateToolArgs } from "../tools/index.ts";
import { promptCoverage } from "./check/prompt-coverage.ts";
import {
  compileResponseSchema,
  findPrompt,
  listFlows,
  resolveFlow,
  templateVariables,
} from "./index.ts";

const folder = fileURLToPath(new URL("../../flows", import.meta.url));
const sources = { folders: [folder], files: diskFiles };
const registered = await listFlows(sources.folders, sources.files);

test("every folder of flows has versions", () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith(".yml"));
  expect([...new Set(registered.map(({ reference }) => reference))]).toEqual(names);
  expect(names.length).toBeGreaterThan(4);
});

describe.each(registered)("$reference $version", ({ reference, version }) => {
  test("loads as the service would load it", async () => {
    const { flow } = await resolveFlow(`${reference}@${version}`, sources);
    expect(flow.description).toBeTruthy();
    expect(flow.prompts.flatMap(({ unitPrimitives }) => unitPrimitives)).toContain(
      "duo_agent_platform",
    );
  });

  test("names only tools that exist, with the arguments that they take", async () => {
    const { flow } = await resolveFlow(`${reference}@${version}`, sources);
    for (const component of flow.components) {
      const specs = component.toolset.map(({ tool }) => [tool, catalogTool(tool)?.name]);
      expect(specs.filter(([tool, known]) => tool !== known)).toEqual([]);
      if (component.type !== "DeterministicStepComponent") continue;
      const args = component.inputs.map(({ variable, literal }) => [variable, literal ?? "x"]);
      const spec = catalogTool(component.toolName);
      expect(spec && validateToolArgs(spec, Object.fromEntries(args)).ok).toBe(true);
    }
  });

  test("uses every input, as even the service's dry run wants", async () => {
    const { flow } = await resolveFlow(`${reference}@${version}`, sources);
    for (const component of flow.components) {
      if (component.type !== "AgentComponent") continue;
      const prompt = findPrompt(flow, component.promptId);
      const texts = prompt?.entries.flatMap((entry) => entry.texts) ?? [];
      const used = texts.flatMap((text) => templateVariables(text));
      expect(promptCoverage(component, used)).toEqual({ missing: [], extra: [] });
    }
  });

  test("has response schemas that compile under a name that a model accepts", async () => {
    const { flow } = await resolveFlow(`${reference}@${version}`, sources);
    for (const entry of flow.responseSchemas) {
      expect(compileResponseSchema(entry).toolName).toMatch(/^[a-zA-Z0-9_-]{1,128}$/);
    }
  });
});
