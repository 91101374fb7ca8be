import type { VNode } from "preact";
import type { CoveredParts } from "../../../record/index.ts";
import type { RunSection } from "./run-section.ts";

/** What a run went through in each flow, where somebody asked to measure it. */
export const coverage: RunSection = {
  id: "coverage",
  title: "Coverage of flows",
  render: ({ record }) => {
    const flows = record.coverage ?? [];
    if (flows.length === 0) return undefined;
    return (
      <div class="scroller" tabIndex={0} role="group" aria-label="Coverage of flows">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">flow</th>
              <th scope="col">components</th>
              <th scope="col">routes</th>
              <th scope="col">tools</th>
            </tr>
          </thead>
          <tbody>
            {flows.map(({ flow, version, components, routes, tools }) => (
              <tr>
                <th scope="row">
                  {flow} {version}
                </th>
                <Covered parts={components} />
                <Covered parts={routes} />
                <Covered parts={tools} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  },
};

function Covered({ parts }: { readonly parts: CoveredParts }): VNode {
  const { reached, total, missing } = parts;
  if (total === 0) return <td>–</td>;
  return (
    <td>
      {reached} of {total}
      {missing.length > 0 && <div class="small">not reached: {missing.join(", ")}</div>}
    </td>
  );
}
