import { describe, expect, test } from "vitest";
import { runScenario } from "../../fixtures/engine/run-scenario.ts";
import { scenarioFiles, scenariosOf } from "../../fixtures/engine/scenario.ts";
import { compileMatcher } from "../core/match/compile-matcher.ts";

describe.each(scenarioFiles())("%s", (file) => {
  test.each(scenariosOf(file))("$id: $title", async (scenario) => {
    const report = await runScenario(scenario);
    const differences = compileMatcher(scenario.expect).explain(report);
    // With the report, which says what happened instead.
    expect(differences.length === 0 ? [] : [...differences, report]).toEqual([]);
  });
});
