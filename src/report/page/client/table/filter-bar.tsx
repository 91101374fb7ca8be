import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { outcomeTitle } from "../../../words.ts";
import type { RowOutcome } from "../../data/page-data.ts";
import {
  attentionFirst,
  noFilter,
  outcomesOf,
  type PlacedRow,
  type RowFilter,
  type RowSort,
  type SortKey,
} from "../../data/select-rows.ts";
import { focusFirstRow } from "./focus-row.ts";
import { SelectField } from "./select-field.tsx";

interface Shown {
  readonly all: readonly PlacedRow[];
  /** How many cases the filter leaves. */
  readonly shown: number;
  readonly filter: RowFilter;
  readonly setFilter: (filter: RowFilter) => void;
  readonly sort: RowSort;
  readonly setSort: (sort: RowSort) => void;
}

/** What is shown of the cases: by words, outcome, suite, target and tag. */
export function FilterBar(props: Shown): VNode {
  const { all, shown, filter, setFilter, sort, setSort } = props;
  const outcomes = useMemo(() => outcomesOf(all), [all]);
  const names = useMemo(() => namesOf(all), [all]);
  const set = (part: Partial<RowFilter>): void => setFilter({ ...filter, ...part });
  const isFiltered = Object.values(filter).some((each) => each !== "");
  return (
    <div class="filters">
      <SearchField text={filter.text} setText={(text) => set({ text })} />
      <div class="chips" role="group" aria-label="Outcome">
        <Chip
          title="all"
          count={all.length}
          isOn={filter.outcome === ""}
          choose={() => set({ outcome: "" })}
        />
        {[...outcomes].map(([outcome, count]) => (
          <Chip
            key={outcome}
            title={titleOf(outcome)}
            count={count}
            isOn={filter.outcome === outcome}
            choose={() => set({ outcome: filter.outcome === outcome ? "" : outcome })}
          />
        ))}
      </div>
      <div class="fields">
        <SelectField
          name="suite"
          values={names.suites}
          value={filter.suite}
          choose={(suite) => set({ suite })}
        />
        <SelectField
          name="target"
          values={names.targets}
          value={filter.target}
          choose={(target) => set({ target })}
        />
        <SelectField
          name="tag"
          values={names.tags}
          value={filter.tag}
          choose={(tag) => set({ tag })}
        />
        <SortField sort={sort} setSort={setSort} />
        <p class="small" role="status">
          {shown === all.length ? `${shown} cases` : `${shown} of ${all.length} cases`}
        </p>
        {isFiltered && (
          <button type="button" class="quiet" onClick={() => setFilter(noFilter)}>
            Clear
          </button>
        )}
      </div>
    </div>
  );
}

interface Search {
  readonly text: string;
  readonly setText: (text: string) => void;
}

function SearchField({ text, setText }: Search): VNode {
  const input = useRef<HTMLInputElement>(null);
  // Before the page is seen: somebody may press it at once.
  useLayoutEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      focusFirstRow();
    }
    if (event.key !== "Escape") return;
    if (text === "") input.current?.blur();
    else setText("");
  };
  return (
    <label class="search">
      <span class="hidden">Filter the cases</span>
      <input
        ref={input}
        type="search"
        value={text}
        placeholder="Filter by name, tag or reason"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={leave}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, select, textarea, dialog") !== null
  );
}

interface ChipProps {
  readonly title: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly choose: () => void;
}

function Chip({ title, count, isOn, choose }: ChipProps): VNode {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={choose}>
      {title} <span class="chip-count">{count}</span>
    </button>
  );
}

const sortTitles: Readonly<Record<SortKey, string>> = {
  attention: "failures first",
  case: "case",
  suite: "suite",
  trials: "share of trials",
  calls: "tool calls",
  time: "time",
  cost: "cost",
};

/** On a phone, where the table has no heads to sort by. */
function SortField({ sort, setSort }: Pick<Shown, "sort" | "setSort">): VNode {
  const keys: readonly SortKey[] = [
    "attention",
    "case",
    "suite",
    "trials",
    "calls",
    "time",
    "cost",
  ];
  const choose = (value: string): void => {
    const by = keys.find((key) => key === value);
    if (by !== undefined)
      setSort(by === "attention" ? attentionFirst : { by, descending: isNumber(by) });
  };
  return (
    <label class="field sort-field">
      <span>sort</span>
      <select value={sort.by} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {keys.map((key) => (
          <option key={key} value={key}>
            {sortTitles[key]}
          </option>
        ))}
      </select>
    </label>
  );
}

function isNumber(key: SortKey): boolean {
  return key === "calls" || key === "time" || key === "cost";
}

interface Names {
  readonly suites: readonly string[];
  readonly targets: readonly string[];
  readonly tags: readonly string[];
}

function namesOf(all: readonly PlacedRow[]): Names {
  return {
    suites: unique(all.map(({ row }) => row.suite)),
    targets: unique(all.map(({ row }) => row.target)),
    tags: unique(all.flatMap(({ row }) => row.tags)),
  };
}

function titleOf(outcome: RowOutcome): string {
  return outcome === "unfinished" ? "unfinished" : outcomeTitle(outcome);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
