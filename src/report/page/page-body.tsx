import type { VNode } from "preact";
import type { Pencil } from "../charts/index.ts";
import type { ReportInput } from "../report-input.ts";
import { casesId } from "./data/element-ids.ts";
import { RunReport } from "./sections/run-report.tsx";
import { RunsTable } from "./sections/runs-table.tsx";

interface Shown {
  readonly input: ReportInput;
  readonly pencil: Pencil;
}

/** What can be read without a script, with the places that the script fills. */
export function PageBody({ input, pencil }: Shown): VNode {
  const { runs } = input;
  return (
    <>
      <a class="skip" href={`#${casesId}`}>
        Skip to the cases
      </a>
      <header class="top">
        <span class="brand">flowproof</span>
        <span id="tools" />
      </header>
      <main>
        {runs.length > 1 && <RunsTable runs={runs} />}
        {runs.map((each, index) => (
          <RunReport input={each} index={index} of={runs.length} pencil={pencil} />
        ))}
        <div id={casesId} />
      </main>
      <footer class="foot">
        Made by flowproof {runs[0]?.record.started.versions.flowproof} from the journal of the run.
        Rates have Wilson’s 95 % interval over cases; cases in quarantine and undecided ones are in
        no rate.
      </footer>
    </>
  );
}
