import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { type ChosenPairs, changesOf, noChoice, type PlacedPair } from "./choose-pairs.ts";

interface Shown {
  readonly all: readonly PlacedPair[];
  readonly shown: number;
  readonly choice: ChosenPairs;
  readonly setChoice: (choice: ChosenPairs) => void;
}

/** What is shown of the cases: by words, and by what became of them. */
export function PairFilters({ all, shown, choice, setChoice }: Shown): VNode {
  const changes = useMemo(() => changesOf(all), [all]);
  const isChosen = choice.text !== "" || choice.change !== "";
  return (
    <div class="filters">
      <label class="search">
        <span class="hidden">Filter the cases</span>
        <input
          type="search"
          value={choice.text}
          placeholder="Filter by name or tag"
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => setChoice({ ...choice, text: currentTarget.value })}
        />
      </label>
      <div class="chips" role="group" aria-label="Change">
        {[...changes].map(([change, count]) => (
          <button
            key={change}
            type="button"
            class="chip"
            aria-pressed={choice.change === change}
            onClick={() => setChoice({ ...choice, change: choice.change === change ? "" : change })}
          >
            {change} <span class="chip-count">{count}</span>
          </button>
        ))}
      </div>
      <div class="fields">
        <p class="small" role="status">
          {shown === all.length ? `${shown} cases` : `${shown} of ${all.length} cases`}
        </p>
        {isChosen && (
          <button type="button" class="quiet" onClick={() => setChoice(noChoice)}>
            Clear
          </button>
        )}
      </div>
    </div>
  );
}
