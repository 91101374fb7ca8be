import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { TranscriptText } from "../../../../record/index.ts";
import { markEvidence, type Quotation } from "../../data/mark-evidence.ts";

interface Shown {
  readonly of: TranscriptText;
  /** Prose is set as text, code and results in a fixed pitch. */
  readonly kind: "prose" | "code";
  readonly quotations?: readonly Quotation[];
}

/** What is little longer than a folded text is not worth folding. */
const maxLines = 18;
const maxChars = 1600;

/** A text of foreign origin, as it is: nothing in it is rendered. A long one is folded until somebody asks. */
export function LongText({ of, kind, quotations = [] }: Shown): VNode {
  const { text, cut } = of;
  const isLong = text.length > maxChars || text.split("\n", maxLines + 1).length > maxLines;
  const [isOpen, setOpen] = useState(!isLong);
  const stretches = markEvidence(text, quotations);
  // What is marked shall be seen.
  const isFolded = !isOpen && !stretches.some(({ mark }) => mark !== undefined);
  return (
    <div class={`text ${kind}${isFolded ? " folded" : ""}`}>
      <div class="text-body" tabIndex={kind === "code" ? 0 : undefined}>
        {stretches.map((each) =>
          each.mark === undefined ? (
            each.text
          ) : (
            <mark>
              {each.text}
              <span class="mark-of">{each.mark}</span>
            </mark>
          ),
        )}
      </div>
      {isFolded && (
        <button type="button" class="quiet more" onClick={() => setOpen(true)}>
          Show all of it
        </button>
      )}
      {cut !== undefined && (
        <p class="small cut">
          Cut here: the whole has {cut.toLocaleString("en-US")} characters; the journal of the run
          has more of it.
        </p>
      )}
    </div>
  );
}
