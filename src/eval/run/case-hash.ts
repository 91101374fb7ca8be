import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Mocks } from "../../tools/index.ts";
import type { Suite } from "../suite/suite.ts";
import { isScript } from "./model-choice.ts";
import { importedTools } from "./offered-tools.ts";
import type { CasePlan } from "./run-plan.ts";

/** Hash of everything that decides what a case's trials do: case, suite, flow, mocks, checks, models. */
export function caseHash(plan: Omit<CasePlan, "planned">): string {
  const { suite, target, case: testCase, models } = plan;
  const { description: _, ...source } = testCase.source;
  return sha256Hex(
    canonicalJson({
      case: source,
      suite: framing(suite),
      flow: { source: target.source, version: target.version },
      session: plainJson(target.session),
      registries: Object.fromEntries(target.registryTexts),
      answers: answersOf(testCase.mocks),
      ...toolTexts(plan),
      context: plainJson(testCase.context),
      limits: { ...testCase.limits },
      models: { ...models },
      script: isScript(models.agent) || isScript(models.judge) ? (suite.scriptText ?? null) : null,
    }),
  );
}

/** What a suite says for all of its cases; names and descriptions change nothing. */
function framing({ source }: Suite): JsonValue {
  const { tools, context, unmocked, limits } = source;
  return [tools ?? null, context ?? null, unmocked ?? null, limits ?? null];
}

/** Answers as they were read, also from files. */
function answersOf(mocks: Mocks): JsonValue {
  return Object.fromEntries(
    [...mocks].map(([tool, { rules }]) => [tool, rules.map(({ answer }) => answer.content)]),
  );
}

/** What an import says of the tools; nothing where there is none. */
function toolTexts(plan: Omit<CasePlan, "planned">): { readonly tools?: JsonValue } {
  const tools = importedTools(plan);
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => [name, description, inputSchema]),
  };
}

/** Without what is undefined, which JSON does not have. */
function plainJson(value: object): JsonValue {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}
