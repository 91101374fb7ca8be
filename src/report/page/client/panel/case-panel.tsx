import type { Ref, RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type CaseLink, linkTo, telltaleTrial } from "../../data/link.ts";
import type { CaseDetail } from "../../data/page-data.ts";
import type { PlacedRow } from "../../data/select-rows.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { readDetail } from "../read-element.ts";
import { linkOf } from "../table/focus-row.ts";
import { setHash } from "../use-hash.ts";
import { useIsRead } from "../use-is-read.ts";
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
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const found = all.find(({ row }) => isLinked(row, link));
  const detail = useDetail(link.run, found?.place);
  useDialog(dialog, title, found?.place);
  useEffect(() => dialog.current?.scrollTo(0, 0), [link.suite, link.case, link.target, link.trial]);
  const go = (by: number): void => {
    const at = rows.findIndex(({ place }) => place === found?.place);
    const next = at < 0 ? undefined : rows[at + by];
    if (next === undefined) return;
    const trial = telltaleTrial(next.row.trials);
    setHash(linkTo({ ...next.row, trial, run: link.run }));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  };
  return (
    <dialog
      ref={dialog}
      class="panel"
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
          <PanelBody link={link} detail={detail} require={found.row.require} />
        )}
      </div>
    </dialog>
  );
}

/** Opens the dialog; in the end the focus goes to the case that was looked at last, or else to where it was. */
function useDialog(
  dialog: RefObject<HTMLDialogElement | null>,
  title: RefObject<HTMLElement | null>,
  place: number | undefined,
): void {
  const last = useRef(place);
  last.current = place;
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    title.current?.focus();
    return () => {
      element?.close();
      const link = last.current === undefined ? undefined : linkOf(last.current);
      const next = link ?? before;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
  }, [dialog, title]);
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

interface Titled {
  readonly link: CaseLink;
  readonly found: PlacedRow | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
}

function PanelTitle({ link, found, heading }: Titled): VNode {
  const { suite, case: id, target } = link;
  return (
    <>
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {id}
      </h2>
      <p class="panel-line">
        {found !== undefined && <OutcomeBadge outcome={found.row.outcome} />}
        <span>
          {suite}
          {target !== "default" && ` › ${target}`}
        </span>
        {found?.row.critical && <span class="flag is-critical">critical</span>}
        {found?.row.tags.map((tag) => (
          <span class="tag">{tag}</span>
        ))}
      </p>
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
