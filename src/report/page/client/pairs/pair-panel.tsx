import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { PairDetail, PairsData } from "../../comparison/pair-data.ts";
import { linkToPair, type PairLink } from "../../comparison/pair-link.ts";
import { PanelFrame } from "../panel/panel-frame.tsx";
import { readPair } from "../read-element.ts";
import { setHash } from "../use-hash.ts";
import { useIsRead } from "../use-is-read.ts";
import { ChangeWord } from "./change-word.tsx";
import type { PlacedPair } from "./choose-pairs.ts";
import { PairColumns } from "./pair-columns.tsx";

interface Shown {
  readonly link: PairLink;
  /** As the table shows them: the neighbors of the case. */
  readonly rows: readonly PlacedPair[];
  readonly all: readonly PlacedPair[];
  readonly titles: PairsData["titles"];
  readonly close: () => void;
}

/** Both transcripts of a case side by side, over the page. */
export function PairPanel({ link, rows, all, titles, close }: Shown): VNode {
  const found = all.find(({ row }) => row.suite === link.suite && row.case === link.case);
  const detail = useDetail(found?.place);
  const go = (by: number): void => {
    const at = rows.findIndex(({ place }) => place === found?.place);
    const next = at < 0 ? undefined : rows[at + by];
    if (next !== undefined) setHash(linkToPair({ suite: next.row.suite, case: next.row.case }));
  };
  return (
    <PanelFrame
      title={link.case}
      line={<PanelLine link={link} found={found} />}
      class="pair-panel"
      place={found?.place}
      shown={linkToPair(link)}
      {...{ go, close }}
    >
      {found !== undefined && <PanelBody {...{ found, link, detail, titles }} />}
    </PanelFrame>
  );
}

/** The rest of a case, which may still be on its way while the page is being read. */
function useDetail(place: number | undefined): PairDetail | undefined {
  const isRead = useIsRead();
  return useMemo(() => (place === undefined ? undefined : readPair(place)), [place, isRead]);
}

interface Told {
  readonly link: PairLink;
  readonly found: PlacedPair | undefined;
}

function PanelLine({ link, found }: Told): VNode {
  return (
    <>
      {found !== undefined && <ChangeWord change={found.row.change} />}
      <span>{link.suite}</span>
      {found?.row.critical && <span class="flag is-critical">critical</span>}
      {found?.row.tags.map((tag) => (
        <span class="tag">{tag}</span>
      ))}
    </>
  );
}

interface Body {
  readonly found: PlacedPair;
  readonly link: PairLink;
  readonly detail: PairDetail | undefined;
  readonly titles: PairsData["titles"];
}

function PanelBody({ found, link, detail, titles }: Body): VNode {
  if (detail === undefined) return <p class="lead">The page is still being read …</p>;
  const { trials, leftOut } = detail;
  const wanted = link.trial ?? found.row.telling;
  const shown = trials.find(({ trial }) => trial === wanted) ?? trials[0];
  return (
    <>
      {leftOut !== undefined && <p class="aside">{leftOut}</p>}
      {trials.length > 1 && (
        <nav class="trials" aria-label="Trials">
          {trials.map(({ trial }) => (
            <a
              href={linkToPair({ suite: link.suite, case: link.case, trial })}
              aria-current={trial === shown?.trial ? "true" : undefined}
              class="trial-link"
            >
              <TrialDot side={detail.a} trial={trial} />
              <TrialDot side={detail.b} trial={trial} />
              Trial {trial + 1}
            </a>
          ))}
        </nav>
      )}
      {shown !== undefined && (
        <PairColumns key={shown.trial} pair={shown} detail={detail} titles={titles} />
      )}
    </>
  );
}

interface Dot {
  readonly side: PairDetail["a"];
  readonly trial: number;
}

/** How a trial ended on one side. */
function TrialDot({ side, trial }: Dot): VNode {
  const outcome = side?.trials.find((each) => each.trial === trial)?.outcome ?? "unfinished";
  return (
    <>
      <i class={`dot is-${outcome}`} aria-hidden="true" />
      <span class="hidden">{outcome.replaceAll("_", " ")}, </span>
    </>
  );
}
