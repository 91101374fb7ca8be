import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../fixtures/corpus.ts";
import { fixedClock } from "../../fixtures/engine/fixed-clock.ts";
import { standInRegistries } from "../../fixtures/engine/stand-in-registries.ts";
import { WillingModel } from "../../fixtures/engine/willing-model.ts";
import type { JsonObject, JsonValue } from "../core/json.ts";
import { type Flow, type FlowInput, parseFlow } from "../flow/index.ts";
import { catalogTool, type ToolRuntime } from "../tools/index.ts";
import { type RunResult, runFlow } from "./index.ts";

const tools: ToolRuntime = {
  spec: catalogTool,
  call: () => Promise.resolve({ type: "value", value: '{"ok": true}' }),
};

corpusTest("every real config runs from its entry to its end", runsEveryConfig);

async function runsEveryConfig(): Promise<void> {
  const files = configFiles();
  const unfinished: object[] = [];
  for (const file of files) {
    const text = readCorpus(join("configs", file));
    const flow = parseFlow(text, file, { promptFiles: () => "" });
    const { status, error, replies, route } = await runReal(flow, text);
    const ends = flow.environment === "ambient" ? ["completed"] : ["completed", "waiting_input"];
    if (!ends.includes(status) || replies === 0) unfinished.push({ file, status, error, route });
  }
  expect(unfinished).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
}

function configFiles(): readonly string[] {
  const entries = readdirSync(join(corpusFolder ?? "", "configs"), { recursive: true });
  return entries
    .map(String)
    .filter((name) => name.endsWith(".yml"))
    .toSorted();
}

function runReal(flow: Flow, text: string): Promise<RunResult> {
  return runFlow({
    flow,
    goal: "Look after this",
    context: {
      project: "shop/web",
      namespace: "shop",
      inputs: Object.fromEntries(flow.inputs.map((input) => [input.category, envelopeOf(input)])),
    },
    tools,
    model: new WillingModel(flow),
    clock: fixedClock,
    hash: (value) => createHash("sha256").update(value).digest("hex"),
    workflowId: "42",
    trial: 0,
    human: Array.from({ length: 20 }, () => ({ type: "approve" })),
    registries: standInRegistries(text),
  });
}

const samples: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["boolean", true],
  ["integer", 1],
  ["number", 1.5],
  ["array", []],
  ["object", {}],
  ["null", null],
]);

function envelopeOf({ fields }: FlowInput): JsonObject {
  return Object.fromEntries(fields.map(({ name, type }) => [name, samples.get(type) ?? "x"]));
}
