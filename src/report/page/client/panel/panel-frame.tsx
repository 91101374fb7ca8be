import type { ComponentChildren, RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { linkOf } from "../table/focus-row.ts";

interface Shown {
  /** Of the case, also as it stands in an address. */
  readonly title: string;
  /** What stands below the title. */
  readonly line: ComponentChildren;
  /** More classes than `panel`. */
  readonly class?: string;
  /** The place of the case in the data; undefined where the page has no such case. */
  readonly place: number | undefined;
  /** The same for what is looked at: where it changes, the panel begins at its top. */
  readonly shown: string;
  /** Goes so many cases on. */
  readonly go: (by: number) => void;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A case over the page: a dialog with a head, the ways to its neighbors, and how to leave it. */
export function PanelFrame(props: Shown): VNode {
  const { title, line, place, shown, go, close, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useDialog(dialog, heading, place);
  useEffect(() => dialog.current?.scrollTo(0, 0), [shown]);
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  };
  return (
    <dialog
      ref={dialog}
      class={`panel ${props.class ?? ""}`.trimEnd()}
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
          <h2 id="panel-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p class="panel-line">{line}</p>
        </header>
        {place === undefined ? <p class="lead">This report has no such case.</p> : children}
      </div>
    </dialog>
  );
}

/**
 * Opens the dialog. In the end the focus goes back to where it was; to the case in the table, where another
 * one was looked at last, or where nothing had the focus.
 */
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
    const first = last.current;
    element?.showModal();
    title.current?.focus();
    return () => {
      element?.close();
      const isBack = last.current === first && before !== document.body && before?.isConnected;
      const link = last.current === undefined ? undefined : linkOf(last.current);
      const next = isBack === true ? before : (link ?? before);
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
  }, [dialog, title]);
}
