import type { VNode } from "preact";
import { judgeRun } from "../../../compare/index.ts";
import { decidingCases } from "../../../record/index.ts";
import { kindOf } from "../../labels.ts";
import type { RunInput } from "../../report-input.ts";
import { passRateOf } from "../../summary.ts";
import { rate } from "../../words.ts";
import { runId } from "../data/element-ids.ts";
import { GateBadge } from "../parts/gate-badge.tsx";

/** The runs of a report of several, each with its verdict. */
export function RunsTable({ runs }: { readonly runs: readonly RunInput[] }): VNode {
  return (
    <section class="section runs" aria-labelledby="runs">
      <h1 id="runs">{runs.length} runs</h1>
      <div class="scroller" tabIndex={0} role="group" aria-label="Runs">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">run</th>
              <th scope="col">pass rate, 95 % interval</th>
              <th scope="col">kind</th>
              <th scope="col">gate</th>
              <th scope="col" class="number">
                passed
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((input, index) => (
              <RunRow input={input} index={index} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RunRow({ input, index }: { readonly input: RunInput; readonly index: number }): VNode {
  const { cases, started } = input.record;
  const deciding = decidingCases(cases);
  const passed = deciding.filter(({ outcome }) => outcome === "pass").length;
  const { gate } = judgeRun(input.record);
  const several = new Set(cases.map(({ target }) => target)).size > 1;
  return (
    <tr>
      <th scope="row">
        <a href={`#${runId(index)}`}>{started.run}</a>
      </th>
      <td>{several ? "one for each target, below" : rate(passRateOf(cases).passRate)}</td>
      <td>{kindOf(started.labels) ?? "real models"}</td>
      <td>
        <GateBadge gate={gate} />
      </td>
      <td class="number">
        {passed} of {deciding.length}
      </td>
    </tr>
  );
}
