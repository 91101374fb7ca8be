import type { VNode } from "preact";
import type { Outcome } from "../../../record/index.ts";
import { groupsOf, type SummaryGroup } from "../../summary.ts";
import { outcomeTitle, percent } from "../../words.ts";
import { IntervalBar } from "../parts/interval-bar.tsx";
import type { RunSection } from "./run-section.ts";

/** A row for each suite and target, the weakest first. */
export const suites: RunSection = {
  id: "suites",
  title: "Suites",
  render: ({ record }) => {
    const groups = groupsOf(record.cases).toSorted((a, b) => weight(a) - weight(b));
    if (groups.length === 0) return undefined;
    const targets = new Set(groups.map(({ target }) => target));
    return <SuiteTable groups={groups} several={targets.size > 1} />;
  },
};

/** Those in which nothing is decided stand before those in which all is well. */
function weight({ counts, passRate }: SummaryGroup): number {
  if (sumOf(counts) === counts.pass) return 2;
  return passRate?.value ?? 1;
}

interface Shown {
  readonly groups: readonly SummaryGroup[];
  /** Whether there are several targets. */
  readonly several: boolean;
}

function SuiteTable({ groups, several }: Shown): VNode {
  // A column of nothing but zeros says nothing.
  const outcomes = allOutcomes.filter((outcome) => {
    return outcome === "pass" || groups.some(({ counts }) => counts[outcome] > 0);
  });
  const apart = groups.some(({ quarantined }) => quarantined !== undefined);
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label="Suites">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">suite</th>
            {several && <th scope="col">target</th>}
            <th scope="col" class="rate">
              pass rate, 95 % interval
            </th>
            <th scope="col" class="number">
              cases
            </th>
            {outcomes.map((outcome) => (
              <th scope="col" class="number">
                {outcomeTitle(outcome)}
              </th>
            ))}
            {apart && (
              <th scope="col" class="number">
                quarantined
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <SuiteRow group={group} several={several} outcomes={outcomes} apart={apart} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const allOutcomes = [
  "pass",
  "fail",
  "agent_error",
  "judge_error",
  "infra_error",
  "suite_error",
] as const satisfies readonly Outcome[];

interface Row {
  readonly group: SummaryGroup;
  readonly several: boolean;
  readonly outcomes: readonly Outcome[];
  readonly apart: boolean;
}

function SuiteRow({ group, several, outcomes, apart }: Row): VNode {
  const { suite, target, counts, passRate, quarantined } = group;
  return (
    <tr>
      <th scope="row">{suite}</th>
      {several && <td>{target}</td>}
      <td class="rate">
        {passRate === undefined ? (
          "–"
        ) : (
          <span class="rate-cell">
            <b>{percent(passRate.value)}</b>
            <IntervalBar {...passRate} />
            <span class="small">
              {percent(passRate.low)} – {percent(passRate.high)}
            </span>
          </span>
        )}
      </td>
      <td class="number">{sumOf(counts)}</td>
      {outcomes.map((outcome) => (
        <td class={`number${counts[outcome] === 0 ? " zero" : ` is-${outcome}`}`}>
          {counts[outcome]}
        </td>
      ))}
      {apart && <td class="number">{quarantined === undefined ? 0 : sumOf(quarantined)}</td>}
    </tr>
  );
}

function sumOf(counts: SummaryGroup["counts"]): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
