import type { OfferedTools } from "../../record/index.ts";
import { type CatalogTool, countToolTexts } from "../../tools/index.ts";
import { toolsOf } from "../suite/known-names.ts";
import { isEngineTarget, type Target } from "../target/target.ts";
import type { CasePlan } from "./run-plan.ts";

type OfferingCase = Pick<CasePlan, "suite" | "target" | "case">;

/** How the tools that the models of a run are offered are described to them. */
export function offeredTools(cases: readonly OfferingCase[]): OfferedTools {
  const [first] = cases;
  if (first === undefined) return { total: 0, summarized: 0, ownSchema: 0 };
  const declared = new Set(cases.flatMap(({ case: { mocks } }) => declaredIn(mocks)));
  return countToolTexts(
    cases.flatMap(({ target }) => namesOf(target)),
    // All suites of a run are read with the same.
    { catalog: first.suite.toolCatalog, isDeclared: (name) => declared.has(name) },
  );
}

/** The same for each tool that a case offers, so that runs in several processes can be added up. */
export function offeredToolsByName(
  plan: OfferingCase,
): readonly (readonly [name: string, texts: OfferedTools])[] {
  const declared = new Set(declaredIn(plan.case.mocks));
  const isDeclared = (name: string): boolean => declared.has(name);
  const names = [...new Set(namesOf(plan.target))].toSorted();
  return names.map((name) => {
    return [name, countToolTexts([name], { catalog: plan.suite.toolCatalog, isDeclared })];
  });
}

/** The imported tools that a case offers: their texts decide what a model does. */
export function importedTools({
  suite,
  target,
  case: { mocks },
}: OfferingCase): readonly CatalogTool[] {
  const declared = new Set(declaredIn(mocks));
  return [...new Set(namesOf(target))].toSorted().flatMap((name): CatalogTool | readonly [] => {
    const tool = declared.has(name) ? undefined : suite.toolCatalog.tool(name);
    return tool?.source === undefined ? [] : tool;
  });
}

function namesOf(target: Target): readonly string[] {
  if (!isEngineTarget(target)) return [];
  const { flow, session } = target;
  const { mcpTools = [], deniedTools = [] } = session;
  return [...toolsOf(flow), ...mcpTools].filter((name) => !deniedTools.includes(name));
}

function declaredIn(mocks: OfferingCase["case"]["mocks"]): readonly string[] {
  return [...mocks].flatMap(([name, { declared }]) => (declared === undefined ? [] : [name]));
}
