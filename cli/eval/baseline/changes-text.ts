import type { BaselineChange, BaselineChangeKind } from "../../../src/compare/index.ts";
import { printable } from "../../../src/core/text/printable.ts";
import { kindOf } from "../../../src/report/index.ts";
import type { AcceptedFile } from "./accepted-file.ts";

/** In the order in which they are told. */
const words: Readonly<Record<BaselineChangeKind, string>> = {
  now_fail: "lost its pass",
  kept_pass: "keeps its pass",
  now_pass: "passes now",
  added: "added",
  changed: "asks another question",
  pruned: "removed",
  gone: "not in the run",
  undecided: "undecided in the run",
  quarantined: "in quarantine",
  same: "as before",
};

/** What accepting a run does to a baseline, for people. */
export function changesText({ file, baseline, changes }: AcceptedFile, verbose: boolean): string {
  const kind = kindOf(baseline.labels);
  const head = `${file} · ${baseline.target} · run ${baseline.run}${kind === undefined ? "" : ` · ${kind}`}`;
  const kinds = Object.keys(words).filter(isKind);
  const counts = kinds.flatMap((each) => {
    const count = changes.filter(({ change }) => change === each).length;
    return count === 0 ? [] : `${count} ${words[each]}`;
  });
  const lines = kinds
    .filter((each) => verbose || each !== "same")
    .flatMap((each) => changes.filter(({ change }) => change === each).map(line));
  return [head, `  cases: ${counts.join(", ")}`, ...lines].map(printable).join("\n");
}

function line({ suite, case: name, change, message }: BaselineChange): string {
  return `  ${words[change]}: ${suite} › ${name}: ${message}`;
}

function isKind(text: string): text is BaselineChangeKind {
  return Object.hasOwn(words, text);
}
