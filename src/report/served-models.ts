import { printable } from "../core/text/printable.ts";
import type { RunRecord } from "../record/index.ts";

/**
 * What a reader must know of the versions that answered a run: where the model that was asked for went by
 * another name, or by several.
 */
export function servedSentences({
  started,
  cases,
}: Pick<RunRecord, "started" | "cases">): string[] {
  const served = new Map<string, Set<string>>();
  const suites = new Map(started.suites.map((suite) => [suite.suite, suite]));
  for (const { suite, trials } of cases) {
    const asked = suites.get(suite);
    if (asked === undefined) continue;
    for (const { servedModels = { agent: [], judge: [] } } of trials) {
      collect(served, `agent ${asked.agentModel}`, servedModels.agent);
      collect(served, `judge ${asked.judgeModel}`, servedModels.judge);
    }
  }
  return [...served].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(sentence);
}

function collect(served: Map<string, Set<string>>, asked: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const known = served.get(asked) ?? new Set<string>();
  for (const name of names) known.add(name);
  served.set(asked, known);
}

function sentence([asked, served]: readonly [string, ReadonlySet<string>]): readonly string[] {
  const names = asked.slice(asked.indexOf(" ") + 1).split(", ");
  const bare = new Set(names.map((name) => name.slice(name.indexOf("/") + 1)));
  const list = [...served].toSorted();
  const isPlain = list.every((name) => bare.has(name));
  if (isPlain && list.length <= names.length) return [];
  const versions = list.length > names.length ? `: ${list.length} versions answered one run` : "";
  return [printable(`${asked} was served as ${list.join(" and ")}${versions}`)];
}
