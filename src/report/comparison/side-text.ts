import type { ComparedSide, Comparison } from "../../compare/index.ts";
import { groupBy } from "../../core/group-by.ts";
import { kindOf } from "../labels.ts";

/** What one side is called in a table: the target where that tells them apart, or else A or B. */
export function sideTitles({ a, b }: Pick<Comparison, "a" | "b">): {
  readonly a: string;
  readonly b: string;
} {
  return a.target === b.target ? { a: "A", b: "B" } : { a: `A ${a.target}`, b: `B ${b.target}` };
}

/** `20260101-120000-ab#workflow`; the target is left out where there is only the one. */
export function sideName({ source, run, target }: ComparedSide): string {
  const name = target === "default" ? run : `${run}#${target}`;
  return source === "baseline" ? `baseline of ${name}` : name;
}

/** What was tested on one side: `data_analyst 1.2.0 on anthropic/claude-…`, each once; all scripts are one. */
export function systemTexts({ suites, served }: ComparedSide): readonly string[] {
  const systems = [...groupBy(suites, modelKind).values()].map((group) => {
    const tested = group.map(({ target: { flow, version } }) => {
      return version === "" ? flow : `${flow} ${version}`;
    });
    const list = [...new Set(tested)].join(", ");
    const models = [...new Set(group.map(({ agentModel }) => agentModel))];
    const [model = ""] = models;
    if (model.startsWith("target/")) return list;
    return `${list} on ${models.length > 1 ? `${models.length} scripts` : model}`;
  });
  const names = new Set(suites.map(({ agentModel }) => agentModel.replace(/^[^/]+\//u, "")));
  const others = served.filter((name) => !names.has(name));
  const versions = others.length === 0 ? [] : [`served as ${others.join(", ")}`];
  return [...new Set([...systems, ...versions])];
}

/** Each suite has a script of its own: many of them tell no more than that they are scripts. */
function modelKind({ agentModel }: Pick<ComparedSide["suites"][0], "agentModel">): string {
  return agentModel.startsWith("script/") ? "script/" : agentModel;
}

/** `scripted model`, or nothing for real ones. */
export function sideKind({ labels }: ComparedSide): string | undefined {
  return kindOf(labels);
}
