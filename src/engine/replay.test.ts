import { describe, expect, test } from "vitest";
import { playScenario } from "../../fixtures/engine/run-scenario.ts";
import type { ScenarioModel } from "../../fixtures/engine/scenario-model.ts";
import { type Scenario, scenarioFiles, scenariosOf } from "../../fixtures/engine/scenario.ts";
import { ScriptedClient } from "../../fixtures/engine/scripted-client.ts";
import { ReplayingModel, TapingModel } from "../../fixtures/engine/taped-model.ts";

describe.each(scenarioFiles())("%s", (file) => {
  const asking = scenariosOf(file).filter(({ script }) => script !== undefined);

  test.each(asking)("$id replayed: $title", async (scenario) => {
    const model = new TapingModel(new ScriptedClient(scenario.script ?? [], scenario.model));
    const recorded = await bytesOf(scenario, model);
    const replaying = new ReplayingModel(model.tape, model.id);
    expect(await bytesOf(scenario, replaying)).toBe(recorded);
    expect(replaying.unused).toBe(0);
  });
});

/** All that a run leaves: its result, each event with its request and reply, what tools were told. */
async function bytesOf(scenario: Scenario, model: ScenarioModel): Promise<string> {
  try {
    const remains = await playScenario(scenario, model);
    if (!("events" in remains)) return "not built";
    const { result, events, tools, thrown } = remains;
    return JSON.stringify({ result, events, executed: tools.executed, thrown });
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}
