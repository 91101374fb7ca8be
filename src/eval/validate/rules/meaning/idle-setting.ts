import { isJsonObject } from "../../../../core/json.ts";
import { isJsonArray } from "../../../../core/match/json-array.ts";
import { didYouMean } from "../../../../core/text/suggest.ts";
import { parametersOf } from "../../../check/setting-problems.ts";
import { asTexts } from "../../../check/text-list.ts";
import { toolMatcher } from "../../../check/tool-glob.ts";
import { meansAny } from "../../analysis/called-patterns.ts";
import { flowWays } from "../../analysis/flow-ways.ts";
import { routeFields } from "../../analysis/route-conflict.ts";
import { callableTools, noneOfFlows } from "../../analysis/target-tools.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { SuiteView, TargetView, WrittenCheck } from "../../view/suite-view.ts";

const expecting = (text: string): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect: [${text}]\n    context: { inputs: { issue: { url: "https://gitlab.example.com/shop/web/-/issues/7" } } }\n`;
const triage = "target: { flow: triage, version: 1.0.0 }\n";
const line = 4;

export const idleSetting: SuiteRule = {
  id: "idle-setting",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports settings of checks that leave out, or look at, what there never is",
    rationale:
      "`ignore` names an argument that none of the tools takes, `tools` or `except` a tool that no target of the suite offers, `not_contains` of a route a component that nothing leads to, or `subset` names all there are: the check does not say what its author believes.",
    repair: "correct the name, or remove the setting",
  },
  check(view) {
    const { cases, targets } = view;
    if (targets.length === 0) return [];
    const offered = [...callableTools(targets)].toSorted();
    const setting: Setting = { view, targets, offered, parameters: new Map() };
    return cases.flatMap(({ checks }) => checks.flatMap((check) => idleParts(check, setting)));
  },
  examples: {
    bad: [
      { suite: expecting("no_repeated_calls: { ignore: isue_iid }"), reports: [line] },
      {
        suite: expecting("no_repeated_calls: { tools: get_issue, ignore: [issue_iid, body] }"),
        reports: [line],
      },
      { suite: expecting("no_repeated_calls: { except: create_merge_request }"), reports: [line] },
      { suite: expecting('no_secret_written: { except: "create_merge_*" }'), reports: [line] },
      {
        suite: triage + expecting("route: { subset: [fetch, sort, note, abort] }"),
        reports: [line + 1],
      },
    ],
    good: [
      { suite: expecting("no_repeated_calls: { ignore: issue_iid, except: create_issue_note }") },
      { suite: expecting("no_repeated_calls: { tools: create_issue_note, ignore: body }") },
      { suite: expecting('no_secret_written: { except: "create_*" }') },
      { suite: triage + expecting("route: { subset: [fetch, sort], not_contains: note }") },
    ],
  },
};

interface Setting {
  readonly view: SuiteView;
  readonly targets: readonly TargetView[];
  /** Tools that some target can call, sorted. */
  readonly offered: readonly string[];
  /** What is known already: the parameters of tools, undefined where anything goes. */
  readonly parameters: Map<string, readonly string[] | undefined>;
}

function idleParts(check: WrittenCheck, setting: Setting): readonly SuiteFinding[] {
  const { id, value, path } = check;
  if (id === "route") return idleRoute(check, setting);
  if ((id !== "no_repeated_calls" && id !== "no_secret_written") || !isJsonObject(value)) return [];
  const { targets, offered } = setting;
  const names = (["tools", "except"] as const).flatMap((key) =>
    asTexts(value[key]).map((name, index) => ({
      name,
      path: isJsonArray(value[key]) ? [...path, key, index] : [...path, key],
    })),
  );
  const ofTools = names
    .filter(({ name }) => !meansAny(name, offered))
    .map((each) => ({
      path: each.path,
      message: `${id}: ${noneOfFlows(targets)} offer ${each.name}`,
      hint: didYouMean(each.name, offered),
    }));
  return [...ofTools, ...idleArguments(check, setting)];
}

/** Arguments that make no difference, because no tool that counts has them. */
function idleArguments(
  { id, value, path }: WrittenCheck,
  setting: Setting,
): readonly SuiteFinding[] {
  if (id !== "no_repeated_calls" || !isJsonObject(value)) return [];
  const ignored = asTexts(value["ignore"]);
  if (ignored.length === 0) return [];
  const only = asTexts(value["tools"]).map(toolMatcher);
  const without = asTexts(value["except"]).map(toolMatcher);
  const counting = setting.offered.filter(
    (tool) =>
      (only.length === 0 || only.some((means) => means(tool))) &&
      !without.some((means) => means(tool)),
  );
  const known = new Set<string>();
  for (const tool of counting) {
    const own = parametersOfTool(tool, setting);
    if (own === undefined) return [];
    for (const name of own) known.add(name);
  }
  return ignored.flatMap((name, index): readonly SuiteFinding[] => {
    if (known.has(name)) return [];
    const at = isJsonArray(value["ignore"]) ? [...path, "ignore", index] : [...path, "ignore"];
    const message = `${id}: none of the tools that count has a parameter "${name}"`;
    return [{ path: at, message, hint: didYouMean(name, [...known].toSorted()) }];
  });
}

function parametersOfTool(tool: string, setting: Setting): readonly string[] | undefined {
  const { view, parameters } = setting;
  if (parameters.has(tool)) return parameters.get(tool);
  const { suite } = view;
  const declared = suite.cases.find(({ mocks }) => mocks.get(tool)?.declared)?.mocks.get(tool);
  const spec = declared?.declared ?? suite.toolCatalog.tool(tool);
  const known = spec === undefined ? undefined : parametersOf(spec);
  parameters.set(tool, known);
  return known;
}

function idleRoute({ value, path }: WrittenCheck, { targets }: Setting): readonly SuiteFinding[] {
  const { subset, not_contains: without } = routeFields(value);
  const ways = targets.flatMap(({ target }) => flowWays(target.flow) ?? []);
  if (ways.length < targets.length) return [];
  const idle = asTexts(without).find((name) =>
    ways.every((each) => name !== each.entryPoint && !each.leads(each.entryPoint, name)),
  );
  if (idle !== undefined) {
    const message = `route: nothing leads to ${idle}, so \`not_contains\` cannot fail for it`;
    return [{ path: [...path, "not_contains"], message }];
  }
  const allowed = new Set(asTexts(subset));
  if (allowed.size === 0) return [];
  const all = targets.every(
    ({ target: { flow } }, index) =>
      flow.components.every(({ name }) => allowed.has(name)) &&
      (allowed.has("abort") || ways[index]?.leads(flow.entryPoint, "abort") !== true),
  );
  if (!all) return [];
  const message = "route: `subset` names all components there are, so it cannot fail";
  return [{ path: [...path, "subset"], message }];
}
