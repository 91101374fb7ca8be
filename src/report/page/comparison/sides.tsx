import type { VNode } from "preact";
import type { ComparedSide } from "../../../compare/index.ts";
import { sideKind, sideName, systemTexts } from "../../comparison/side-text.ts";
import { labelSentences } from "../../labels.ts";

const ends: Readonly<Record<ComparedSide["end"], string | undefined>> = {
  done: undefined,
  interrupted: "interrupted",
  limit: "stopped by a limit",
  unfinished: "not finished",
};

/** Who is compared: what was tested on each side, when, and what kind of run it was. */
export function Side({
  letter,
  side,
}: {
  readonly letter: "A" | "B";
  readonly side: ComparedSide;
}): VNode {
  const kind = sideKind(side);
  const end = ends[side.end];
  return (
    <div class={`tile side is-${letter.toLowerCase()}`}>
      <h2>
        <span class="side-letter">{letter}</span>{" "}
        {side.target === "default" ? side.run : side.target}
      </h2>
      <Systems texts={systemTexts(side)} />
      <p class="small">
        {sideName(side)}, {day(side.at)}
      </p>
      {kind !== undefined && (
        <p>
          <strong class="kind">{kind}</strong>
        </p>
      )}
      {end !== undefined && <p class="small">The run was {end}.</p>}
    </div>
  );
}

/** What was tested; of many suites the first, as they are nearly the same. */
function Systems({ texts }: { readonly texts: readonly string[] }): VNode {
  const [first = "", ...others] = texts;
  if (others.length === 0) return <p class="system">{first}</p>;
  return (
    <details class="system">
      <summary>
        {first} <span class="small">and {others.length} more</span>
      </summary>
      {others.map((text) => (
        <p>{text}</p>
      ))}
    </details>
  );
}

/** What the labels of both sides mean, each once. */
export function sideCautions(sides: readonly ComparedSide[]): readonly string[] {
  return [...new Set(sides.flatMap(({ labels }) => labelSentences({ labels })))];
}

/** `2026-01-31 12:30 UTC`, whatever the reader's zone. */
function day(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
