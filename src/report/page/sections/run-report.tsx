import type { VNode } from "preact";
import type { Pencil } from "../../charts/index.ts";
import { kindOf } from "../../labels.ts";
import type { RunInput } from "../../report-input.ts";
import { runId } from "../data/element-ids.ts";
import { FailedCases } from "./failed-cases.tsx";
import { runSections } from "./index.ts";
import { Cautions } from "./notes.tsx";
import { Overview, Verdict } from "./overview.tsx";

interface Shown {
  readonly input: RunInput;
  readonly index: number;
  /** How many runs the page has. */
  readonly of: number;
  readonly pencil: Pencil;
}

/** All about one run but its cases. */
export function RunReport({ input, index, of, pencil }: Shown): VNode {
  const { record } = input;
  const { started } = record;
  const kind = kindOf(started.labels);
  const models = [...new Set(started.suites.map(({ agentModel }) => agentModel))].join(", ");
  const Heading = of > 1 ? "h2" : "h1";
  return (
    <article class="run" id={runId(index)} aria-labelledby={`${runId(index)}-title`}>
      <header class="run-head">
        <Heading id={`${runId(index)}-title`}>
          <Verdict record={record} />
        </Heading>
        <p class="run-line">
          {kind !== undefined && <strong class="kind">{kind}</strong>}
          <span>{started.run}</span>
          <time dateTime={started.at}>{day(started.at)}</time>
          {kind === undefined && <span>{models}</span>}
        </p>
      </header>
      <Cautions record={record} />
      <Overview record={record} />
      {runSections.map(({ id, title, render }) => {
        const body = render({ record, index, pencil });
        if (body === undefined) return null;
        const anchor = `${id}-${index}`;
        return (
          <section class="section" aria-labelledby={anchor}>
            <h2 id={anchor}>{title}</h2>
            {body}
          </section>
        );
      })}
      <noscript>
        <FailedCases cases={record.cases} />
      </noscript>
    </article>
  );
}

/** `2026-01-31 12:30 UTC`, whatever the reader's zone: two people speak of the same run. */
function day(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
