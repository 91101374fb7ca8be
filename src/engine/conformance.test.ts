import { describe, expect, test } from "vitest";
import { ruleBook } from "../../fixtures/engine/rules.ts";
import { runScenario } from "../../fixtures/engine/run-scenario.ts";
import { type Scenario, scenarioFiles, scenariosOf } from "../../fixtures/engine/scenario.ts";
import { ScriptedClient } from "../../fixtures/engine/scripted-client.ts";
import { WireClient } from "../../fixtures/engine/wire-client.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../core/json.ts";
import { compileMatcher } from "../core/match/compile-matcher.ts";
import type { FailureKind } from "./run-result.ts";

describe.each(scenarioFiles())("%s", (file) => {
  const scenarios = scenariosOf(file);

  test.each(scenarios)("$id: $title", async (scenario) => {
    const report = await played(scenario);
    expect(differences(report, scenario.expect)).toEqual([]);
  });

  const asking = scenarios.filter(({ script }) => script !== undefined);
  test.each(asking)("$id over the wire: $title", async (scenario) => {
    const [direct, wired] = [await played(scenario), await playedOverTheWire(scenario)];
    if (scenario.wire === undefined) expect(comparable(wired)).toEqual(comparable(direct));
    else {
      expect(comparable(wired), "the exception is not needed").not.toEqual(comparable(direct));
      expect(differences(wired, scenario.wire.expect)).toEqual([]);
    }
  });
});

const all = scenarioFiles().flatMap(scenariosOf);
const ids = all.map(({ id }) => id);
const { numbered, sections, rules } = ruleBook();

test("each scenario has an id of its own", () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("each numbered scenario of the specification is there", () => {
  expect(numbered.flat().filter((id) => !ids.includes(id))).toEqual([]);
});

test("each section of the specification has its rules", () => {
  const named = rules.map(({ rule }) => Number(rule.split(" ", 1)[0]));
  expect([...new Set(named)].toSorted((a, b) => a - b)).toEqual(sections.flat());
});

test.each(rules)("a scenario shows, or a reason explains: $rule", ({ by = [], without = "" }) => {
  expect(by.filter((id) => !ids.includes(id))).toEqual([]);
  expect(by.length > 0).toBe(without === "");
});

/** The compiler sees to it that none is missing. */
const failureKinds: Readonly<Record<FailureKind, true>> = {
  agent_stuck: true,
  no_final_tool_call: true,
  final_answer_rejected: true,
  model_error: true,
  router_no_match: true,
  missing_state_key: true,
  state_type_error: true,
  template_error: true,
  bad_tool_value: true,
  step_limit: true,
  invalid_context: true,
  build_error: true,
  reply_limit: true,
  turn_limit: true,
  context_limit: true,
  invalid_resume: true,
  refused: true,
  interrupted: true,
  not_supported: true,
};

test.each(Object.keys(failureKinds))("a scenario ends in the failure %s", (kind) => {
  const scenario = all.find(({ id }) => id === `F-${kind}`);
  expect(scenario?.expect["error"]).toMatchObject({ kind });
});

/** Each scenario is played once this way, whoever asks for its report. */
const reports = new Map<Scenario, Promise<JsonValue>>();

function played(scenario: Scenario): Promise<JsonValue> {
  const client = (): ScriptedClient => new ScriptedClient(scenario.script ?? [], scenario.model);
  const report = reports.get(scenario) ?? runScenario(scenario, client());
  reports.set(scenario, report);
  return report;
}

function playedOverTheWire(scenario: Scenario): Promise<JsonValue> {
  return runScenario(scenario, new WireClient(scenario.script ?? [], scenario.model));
}

/** A report without what depends on the clock of a client. */
function comparable(report: JsonValue): JsonValue {
  return isJsonObject(report) ? { ...report, ms: {} } : report;
}

/** What is not as expected; with the report, which says what happened instead. */
function differences(report: JsonValue, expected: JsonObject): readonly unknown[] {
  const found = compileMatcher(expected).explain(report);
  return found.length === 0 ? [] : [...found, report];
}
