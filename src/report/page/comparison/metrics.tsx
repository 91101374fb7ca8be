import type { VNode } from "preact";
import type { MetricResult } from "../../../compare/index.ts";
import {
  changeText,
  detectableText,
  metricTitle,
  valueText,
  verdictText,
} from "../../comparison/metric-text.ts";
import { sideTitles } from "../../comparison/side-text.ts";
import type { ComparedSection } from "./compared-view.ts";
import { shortVerdicts, VerdictBadge } from "./verdict-badge.tsx";

/** Every metric with both values, the difference with its interval, and the verdict on B. */
export const metrics: ComparedSection = {
  id: "metrics",
  title: "Metrics",
  render: ({ comparison }) => {
    const titles = sideTitles(comparison);
    const passRate = comparison.metrics.find(({ metric }) => metric === "pass_rate");
    const smallest = passRate && detectableText(passRate);
    return (
      <>
        <div class="scroller" tabIndex={0} role="group" aria-label="Table of metrics">
          <table class="table cards metrics" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  metric
                </th>
                <th role="columnheader" scope="col" class="number">
                  {titles.a}
                </th>
                <th role="columnheader" scope="col" class="number">
                  {titles.b}
                </th>
                <th role="columnheader" scope="col">
                  B against A, 95 % interval
                </th>
                <th role="columnheader" scope="col">
                  verdict on B
                </th>
                <th role="columnheader" scope="col" class="number">
                  cases
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {comparison.metrics.map((result) => (
                <MetricRow result={result} titles={titles} />
              ))}
            </tbody>
          </table>
        </div>
        {smallest !== undefined && (
          <p class="small">
            So many cases find a difference of the pass rates from about {smallest} on, with 80 %
            power, if they differ as often as here.
          </p>
        )}
      </>
    );
  },
};

interface Row {
  readonly result: MetricResult;
  readonly titles: ReturnType<typeof sideTitles>;
}

function MetricRow({ result, titles }: Row): VNode {
  const { metric, unit, a, b, pairs, missing, leftOut = 0, verdict } = result;
  // What the badge does not say: the margin, how many more cases would decide it.
  const more = verdictText(result)
    .slice(shortVerdicts[verdict].length)
    .replace(/^[:,]? /u, "");
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {metricTitle(metric)}
      </th>
      <td role="cell" class="number" data-title={titles.a}>
        {valueText(a, unit)}
      </td>
      <td role="cell" class="number" data-title={titles.b}>
        {valueText(b, unit)}
      </td>
      <td role="cell" class="change">
        {changeText(result)}
      </td>
      <td role="cell" class="verdict-cell">
        <VerdictBadge verdict={verdict} />
        {more !== "" && <span class="small block-line">{more}</span>}
      </td>
      <td role="cell" class="number" data-title="cases">
        {pairs}
        {missing > 0 && <span class="small block-line">{missing} missing</span>}
        {leftOut > 0 && <span class="small block-line">{leftOut} not comparable</span>}
      </td>
    </tr>
  );
}
