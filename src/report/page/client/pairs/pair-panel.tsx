import type { Ref, RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { PairDetail, PairsData } from "../../comparison/pair-data.ts";
import { linkToPair, type PairLink } from "../../comparison/pair-link.ts";
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
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const found = all.find(({ row }) => row.suite === link.suite && row.case === link.case);
  const detail = useDetail(found?.place);
  useDialog(dialog, title);
  useEffect(() => dialog.current?.scrollTo(0, 0), [link.suite, link.case, link.trial]);
  const go = (by: number): void => {
    const at = rows.findIndex(({ place }) => place === found?.place);
    const next = at < 0 ? undefined : rows[at + by];
    if (next !== undefined) setHash(linkToPair({ suite: next.row.suite, case: next.row.case }));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  };
  return (
    <dialog
      ref={dialog}
      class="panel pair-panel"
      aria-labelledby="panel-title"
      onKeyDown={keys}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="panel-inner">
        <header class="panel-head">
          <div class="panel-tools">
            <button type="button" class="quiet" onClick={() => go(-1)} title="Key k">
              Previous
            </button>
            <button type="button" class="quiet" onClick={() => go(1)} title="Key j">
              Next
            </button>
            <button type="button" class="quiet close" onClick={close} title="Key Escape">
              Close
            </button>
          </div>
          <PanelTitle link={link} found={found} heading={title} />
        </header>
        {found === undefined ? (
          <p class="lead">This report has no such case.</p>
        ) : (
          <PanelBody found={found} link={link} detail={detail} titles={titles} />
        )}
      </div>
    </dialog>
  );
}

/** Opens the dialog; in the end the focus goes back to where it was. */
function useDialog(
  dialog: RefObject<HTMLDialogElement | null>,
  title: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    title.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [dialog, title]);
}

/** The rest of a case, which may still be on its way while the page is being read. */
function useDetail(place: number | undefined): PairDetail | undefined {
  const isRead = useIsRead();
  return useMemo(() => (place === undefined ? undefined : readPair(place)), [place, isRead]);
}

interface Titled {
  readonly link: PairLink;
  readonly found: PlacedPair | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
}

function PanelTitle({ link, found, heading }: Titled): VNode {
  return (
    <>
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {link.case}
      </h2>
      <p class="panel-line">
        {found !== undefined && <ChangeWord change={found.row.change} />}
        <span>{link.suite}</span>
        {found?.row.critical && <span class="flag is-critical">critical</span>}
        {found?.row.tags.map((tag) => (
          <span class="tag">{tag}</span>
        ))}
      </p>
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
