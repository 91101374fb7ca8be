import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Mocks } from "../../tools/index.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";
import { targetContent } from "../target/target-content.ts";
import { ownJudging } from "./judging.ts";
import { isScript, judgesOf } from "./model-choice.ts";
import { importedTools } from "./offered-tools.ts";
import type { CasePlan } from "./run-plan.ts";

interface HashSetting {
  /** Texts of scripts that play roles besides those of suites, by the name of the model. */
  readonly scriptTexts?: ReadonlyMap<string, string>;
  /** Whether models are offered tools in the prompt. */
  readonly promptedTools?: boolean | undefined;
}

/** Hash of everything that decides what a case's trials do: case, suite, flow, mocks, checks, models. */
export function caseHash(
  plan: Omit<CasePlan, "planned">,
  { scriptTexts = new Map(), promptedTools = false }: HashSetting = {},
): string {
  const { suite, target, case: testCase, models, judging } = plan;
  const source = trialSource(testCase);
  return sha256Hex(
    canonicalJson({
      case: source,
      suite: framing(suite),
      ...targetContent(target),
      answers: answersOf(testCase.mocks),
      ...toolTexts(plan),
      ...(Object.keys(testCase.fakes.block).length === 0 ? {} : { fakes: testCase.fakes.block }),
      context: plainJson(testCase.context),
      limits: { ...testCase.limits },
      models: { ...models },
      ...ownJudging(judging),
      ...(promptedTools ? { promptedTools } : {}),
      script: scriptsOf(plan, scriptTexts),
    }),
  );
}

/** What says how often a case runs, how its result counts and how it is found: no trial depends on it. */
const aroundTrials: ReadonlySet<string> = new Set([
  "critical",
  "description",
  "quarantine",
  "require",
  "tags",
  "trials",
]);

function trialSource({ source }: SuiteCase): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !aroundTrials.has(key)));
}

/** What the scripts say that play its roles, the suite's or one that the run names. */
function scriptsOf(
  { suite, models }: Omit<CasePlan, "planned">,
  texts: ReadonlyMap<string, string>,
): JsonValue {
  const judges = judgesOf(models);
  const [first = null, ...others] = [models.agent, ...judges].map((model) => {
    if (!isScript(model)) return null;
    const own = model === `script/${suite.script ?? ""}` ? suite.scriptText : undefined;
    return texts.get(model) ?? own ?? null;
  });
  return judges.length === 1 && models.agent === models.judge ? first : [first, ...others];
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
