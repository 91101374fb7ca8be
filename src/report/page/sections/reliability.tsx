import type { VNode } from "preact";
import { decidingCases } from "../../../record/index.ts";
import { curtailedCases, type MeanShare, type Reliability } from "../../reliability.ts";
import { groupsOf } from "../../summary.ts";
import { count, percent } from "../../words.ts";
import type { RunSection } from "./run-section.ts";

/** pass^k and pass@k, for suites whose cases have several trials. */
export const reliability: RunSection = {
  id: "reliability",
  title: "Reliability",
  render: ({ record }) => {
    const rows = groupsOf(record.cases).flatMap(({ suite, target, reliability: steps = [] }) => {
      const name = target === "default" ? suite : `${suite} › ${target}`;
      return steps.map((step) => ({ name, step }));
    });
    const cut = curtailedCases(decidingCases(record.cases)).length;
    if (rows.length === 0 && cut === 0) return undefined;
    return (
      <>
        {rows.length > 0 && <ReliabilityTable rows={rows} />}
        {cut > 0 && (
          <p class="small">
            No pass^k where trials are missing: of {count(cut, "case")} not all trials were run, as
            the others had settled it.
          </p>
        )}
      </>
    );
  },
};

interface Row {
  readonly name: string;
  readonly step: Reliability;
}

function ReliabilityTable({ rows }: { readonly rows: readonly Row[] }): VNode {
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label="Reliability">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">suite</th>
            <th scope="col" class="number">
              k
            </th>
            <th scope="col">k trials in a row pass (pass^k)</th>
            <th scope="col">one of k passes (pass@k)</th>
            <th scope="col">over</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, step }) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="number">{step.k}</td>
              <Share of={step.passHatK} />
              <Share of={step.passAtK} />
              <td>
                {count(step.cases, "case")}
                {step.leftOut > 0 && (
                  <span class="small"> without {step.leftOut} with fewer trials</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Share({ of }: { readonly of: MeanShare }): VNode {
  const { value, low, high } = of;
  return (
    <td>
      <b>{percent(value)}</b>{" "}
      <span class="small">
        {low === undefined || high === undefined
          ? "too few, or too alike, for an interval"
          : `${percent(low)} – ${percent(high)}`}
      </span>
    </td>
  );
}
