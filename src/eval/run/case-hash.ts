import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import { targetContent } from "../target/target-content.ts";
import { askedContent } from "./asked-content.ts";
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
  plan: Omit<CasePlan, "planned" | "failsGate">,
  { scriptTexts = new Map(), promptedTools = false }: HashSetting = {},
): string {
  const { suite, target, case: testCase, models, judging } = plan;
  return sha256Hex(
    canonicalJson({
      ...askedContent(suite, testCase),
      ...targetContent(target),
      ...toolTexts(plan),
      models: { ...models },
      ...ownJudging(judging),
      ...(promptedTools ? { promptedTools } : {}),
      script: scriptsOf(plan, scriptTexts),
    }),
  );
}

/** What the scripts say that play its roles, the suite's or one that the run names. */
function scriptsOf(
  { suite, models }: Omit<CasePlan, "planned" | "failsGate">,
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

/** What an import says of the tools; nothing where there is none. */
function toolTexts(plan: Omit<CasePlan, "planned" | "failsGate">): { readonly tools?: JsonValue } {
  const tools = importedTools(plan);
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => [name, description, inputSchema]),
  };
}
