import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { type CaseLink, linkTo, telltaleTrial } from "../../data/link.ts";
import type { CaseDetail } from "../../data/page-data.ts";
import type { PlacedRow } from "../../data/select-rows.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { readDetail } from "../read-element.ts";
import { setHash } from "../use-hash.ts";
import { useIsRead } from "../use-is-read.ts";
import { PanelFrame } from "./panel-frame.tsx";
import { TrialView } from "./trial-view.tsx";

interface Shown {
  readonly link: CaseLink;
  /** As the table shows them: the neighbors of the case. */
  readonly rows: readonly PlacedRow[];
  readonly all: readonly PlacedRow[];
  readonly close: () => void;
}

/** All of one case, over the page. */
export function CasePanel({ link, rows, all, close }: Shown): VNode {
  const found = all.find(({ row }) => isLinked(row, link));
  const detail = useDetail(link.run, found?.place);
  const go = (by: number): void => {
    const at = rows.findIndex(({ place }) => place === found?.place);
    const next = at < 0 ? undefined : rows[at + by];
    if (next === undefined) return;
    const trial = telltaleTrial(next.row.trials);
    setHash(linkTo({ ...next.row, trial, run: link.run }));
  };
  return (
    <PanelFrame
      title={link.case}
      line={<PanelLine link={link} found={found} />}
      place={found?.place}
      shown={linkTo(link)}
      {...{ go, close }}
    >
      <PanelBody link={link} detail={detail} require={found?.row.require ?? 1} />
    </PanelFrame>
  );
}

function isLinked(row: PlacedRow["row"], { suite, case: id, target }: CaseLink): boolean {
  return row.suite === suite && row.case === id && row.target === target;
}

/** The rest of a case, which may still be on its way while the page is being read. */
function useDetail(run: number, place: number | undefined): CaseDetail | undefined {
  const isRead = useIsRead();
  return useMemo(
    () => (place === undefined ? undefined : readDetail(run, place)),
    [run, place, isRead],
  );
}

interface Told {
  readonly link: CaseLink;
  readonly found: PlacedRow | undefined;
}

function PanelLine({ link: { suite, target }, found }: Told): VNode {
  return (
    <>
      {found !== undefined && <OutcomeBadge outcome={found.row.outcome} />}
      <span>
        {suite}
        {target !== "default" && ` › ${target}`}
      </span>
      {found?.row.critical && <span class="flag is-critical">critical</span>}
      {found?.row.tags.map((tag) => (
        <span class="tag">{tag}</span>
      ))}
    </>
  );
}

interface Body {
  readonly link: CaseLink;
  readonly detail: CaseDetail | undefined;
  readonly require: number;
}

function PanelBody({ link, detail, require }: Body): VNode {
  if (detail === undefined) return <p class="lead">The page is still being read …</p>;
  const { quarantine, history, notRun, leftOut, curtailed, trials } = detail;
  const asides = [
    quarantine,
    history,
    notRun === undefined ? undefined : `not run to the end: ${notRun}`,
    leftOut,
    curtailed === undefined
      ? undefined
      : `the case was settled without ${curtailed} of its planned trials`,
  ].filter((each) => each !== undefined);
  const shown = trials.find(({ trial }) => trial === link.trial) ?? trials[0];
  return (
    <>
      {asides.map((text) => (
        <p class="aside">{text}</p>
      ))}
      {trials.length > 1 && (
        <nav class="trials" aria-label="Trials">
          {trials.map(({ trial, outcome, surplus }) => (
            <a
              href={linkTo({ ...link, trial })}
              aria-current={trial === shown?.trial ? "true" : undefined}
              class={`trial-link${surplus ? " is-surplus" : ""}`}
            >
              <i class={`dot is-${outcome}`} aria-hidden="true" />
              Trial {trial + 1}
              <span class="hidden">{outcome.replaceAll("_", " ")}</span>
            </a>
          ))}
          <span class="small">{require} required</span>
        </nav>
      )}
      {shown !== undefined && (
        <TrialView key={shown.trial} trial={shown} isOneOfSeveral={trials.length > 1} />
      )}
    </>
  );
}
