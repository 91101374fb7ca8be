import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Mocks } from "../../tools/index.ts";
import type { Suite } from "../suite/suite.ts";
import { isScript } from "./model-choice.ts";
import { importedTools } from "./offered-tools.ts";
import type { CasePlan } from "./run-plan.ts";

/** Hash of everything that decides what a case's trials do: case, suite, flow, mocks, checks, models. */
export function caseHash(
  plan: Omit<CasePlan, "planned">,
  scriptTexts: ReadonlyMap<string, string> = new Map(),
): string {
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
      ...(Object.keys(testCase.fakes.block).length === 0 ? {} : { fakes: testCase.fakes.block }),
      context: plainJson(testCase.context),
      limits: { ...testCase.limits },
      models: { ...models },
      script: scriptsOf(plan, scriptTexts),
    }),
  );
}

/** What the scripts say that play its roles, the suite's or one that the run names. */
function scriptsOf(
  { suite, models: { agent, judge } }: Omit<CasePlan, "planned">,
  texts: ReadonlyMap<string, string>,
): JsonValue {
  const [first = null, second = null] = [agent, judge].map((model) => {
    if (!isScript(model)) return null;
    const own = model === `script/${suite.script ?? ""}` ? suite.scriptText : undefined;
    return texts.get(model) ?? own ?? null;
  });
  return agent === judge ? first : [first, second];
}

/** What a suite says for all of its cases; names and descriptions change nothing. */
function framing({ source }: Suite): JsonValue {
  const { tools, context, unmocked, limits, canaries, inject } = source;
  const safety =
    canaries === undefined && inject === undefined ? [] : [canaries ?? null, inject ?? null];
  return [tools ?? null, context ?? null, unmocked ?? null, limits ?? null, ...safety];
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
