import { jsonDocument } from "../../core/text/json-document.ts";
import type { BaselineFile } from "../../record/index.ts";

type KeptCase = BaselineFile["cases"][number];

/**
 * A baseline as a file: every case in a line of its own, so that a change shows what changed. Keys have
 * their order, whoever has written them; what is undefined is left out.
 */
export function baselineText(baseline: BaselineFile): string {
  const { schemaVersion, run, at, target, labels, suites, judges, cases } = baseline;
  const frame = jsonDocument({
    schemaVersion,
    run,
    at,
    target,
    labels,
    suites: suites.map(({ suite, kind, flow, version, agentModel, judgeModel }) => {
      return { suite, kind, flow, version, agentModel, judgeModel };
    }),
    judges: judges.map(({ judge, models }) => ({ judge, models })),
    cases: [],
  });
  const lines = cases.map((each) => `    ${oneLine(inOrder(each))}`).join(",\n");
  const end = "[]\n}\n";
  return cases.length === 0 ? frame : `${frame.slice(0, -end.length)}[\n${lines}\n  ]\n}\n`;
}

function inOrder(kept: KeptCase): object {
  const { suite, case: name, run, outcome, trials, terms, critical, tags, scores, ...rest } = kept;
  const { latencyMs, firstTokenMs, tokens, costUsd, toolCalls, ...identity } = rest;
  const { question, hash, judges, served } = identity;
  return {
    suite,
    case: name,
    run,
    outcome,
    trials: { passed: trials.passed, of: trials.of },
    terms: terms && { trials: terms.trials, require: terms.require },
    critical,
    tags,
    scores: scores && sorted(scores),
    latencyMs,
    firstTokenMs,
    tokens,
    costUsd,
    toolCalls,
    question,
    hash,
    judges,
    served: served && { agent: served.agent, judge: served.judge },
  };
}

function sorted(scores: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(scores).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Line breaks inside of texts are escaped: what is left is layout. */
function oneLine(value: object): string {
  return jsonDocument(value).trimEnd().replaceAll(/\n\s*/gu, " ");
}
