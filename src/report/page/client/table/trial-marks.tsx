import type { VNode } from "preact";
import type { Outcome } from "../../../../record/index.ts";

/** More than these nobody counts. */
const maxMarks = 10;

/** `4/5` and a mark for each trial. */
export function TrialMarks({ trials }: { readonly trials: readonly Outcome[] }): VNode | null {
  if (trials.length === 0) return null;
  const passed = trials.filter((outcome) => outcome === "pass").length;
  return (
    <>
      <span class="share">
        {passed}/{trials.length}
      </span>
      {trials.length > 1 && (
        <span class="dots" aria-hidden="true">
          {trials.slice(0, maxMarks).map((outcome) => (
            <i class={`dot is-${outcome}`} />
          ))}
          {trials.length > maxMarks && "…"}
        </span>
      )}
    </>
  );
}
