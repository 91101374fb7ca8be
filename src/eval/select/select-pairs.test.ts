import { describe, expect, test } from "vitest";
import { loadLab } from "../../../fixtures/eval/load-lab.ts";
import { AppError } from "../../core/errors/app-error.ts";
import { allPairs, type CasePair } from "./case-pair.ts";
import { type Selection, selectPairs } from "./select-pairs.ts";

const checked = "ask: x, expect: [answer: y]";
const lab = {
  "a.suite.yml": `suite: counts
targets: { old: { flow: helper, model: anthropic/claude-a }, new: { flow: helper, version: 1.2.0 } }
context: { project: shop/web }
cases:
  - { id: open-issues, ${checked}, tags: [smoke, fast], critical: true }
  - { id: open-bugs, ${checked}, tags: [slow] }
  - { id: nowhere, ${checked}, context: { none: true } }
`,
  "b.suite.yml": `suite: notes
target: { flow: helper }
cases:
  - { id: open-issues, ${checked}, tags: [smoke] }
  - { id: group, ${checked}, context: { namespace: { id: 7, path: shop } } }
`,
};
const pairs: readonly CasePair[] = allPairs(await loadLab(lab));
const names = (selected: readonly CasePair[]): readonly string[] =>
  selected.map(({ suite, case: { id }, target }) => `${suite.id}/${id}/${target.name}`);

const counts = ["open-issues", "open-bugs", "nowhere"].flatMap((id) => [
  `counts/${id}/old`,
  `counts/${id}/new`,
]);
const notes = ["notes/open-issues/default", "notes/group/default"];

test.each<[Selection, readonly string[]]>([
  [{}, [...counts, ...notes]],
  [{ tags: ["smoke"] }, ["counts/open-issues/old", "counts/open-issues/new", notes[0] ?? ""]],
  [{ tags: ["slow", "fast"] }, counts.slice(0, 4)],
  [{ tags: ["!slow"] }, [...counts.slice(0, 2), ...counts.slice(4), ...notes]],
  [{ tags: ["smoke", "!fast"] }, ["notes/open-issues/default"]],
  [{ cases: ["open-*"] }, [...counts.slice(0, 4), "notes/open-issues/default"]],
  [{ cases: ["nowhere", "notes/*"] }, [...counts.slice(4), ...notes]],
  [{ filters: ["suite=notes"] }, notes],
  [{ filters: ["case=open-bugs"] }, counts.slice(2, 4)],
  [{ filters: ["target=n*"] }, counts.filter((name) => name.endsWith("/new"))],
  [{ filters: ["tag=smoke", "tag=fast"] }, counts.slice(0, 2)],
  [{ filters: ["tag!=smoke", "suite=counts"] }, counts.slice(2)],
  [{ filters: ["flow=helper", "version=1.2.0"] }, counts.filter((name) => name.endsWith("/new"))],
  [{ filters: ["model=anthropic/*"] }, counts.filter((name) => name.endsWith("/old"))],
  [{ filters: ["model!=anthropic/*", "suite=counts", "case=nowhere"] }, ["counts/nowhere/new"]],
  [{ filters: ["context=shop/*"] }, counts.slice(0, 4)],
  [{ filters: ["context=none"] }, counts.slice(4)],
  [{ filters: ["context=shop"] }, ["notes/group/default"]],
  [{ filters: [" context = 7 "] }, ["notes/group/default"]],
  [{ filters: ["critical=true"] }, counts.slice(0, 2)],
  [{ limit: 2 }, counts.slice(0, 4)],
  [{ limit: 1, filters: ["tag=smoke", "target=new"] }, ["counts/open-issues/new"]],
  [{ limit: 99 }, [...counts, ...notes]],
])("%j selects", (selection, expected) => {
  expect(names(selectPairs(pairs, selection))).toEqual(expected);
});

describe("a sample", () => {
  const sample = (seed: number, from = pairs): readonly string[] => [
    ...new Set(
      names(selectPairs(from, { sample: 2, seed })).map((name) => name.replace(/\/\w+$/, "")),
    ),
  ];

  test("has so many cases, each with all its targets, in their order", () => {
    const selected = names(selectPairs(pairs, { sample: 2, seed: 1 }));
    const all = names(pairs);
    expect(sample(1)).toHaveLength(2);
    expect(selected).toEqual(all.filter((name) => sample(1).includes(name.replace(/\/\w+$/, ""))));
  });

  test("is the same for a seed, whatever the order, and another for others", () => {
    expect(sample(1, pairs.toReversed()).toSorted()).toEqual(sample(1).toSorted());
    const seeds = Array.from({ length: 20 }, (_, seed) => sample(seed).join());
    expect(new Set(seeds).size).toBeGreaterThan(3);
  });
});

test.each<[Selection, message: string, hint: string]>([
  [{ tags: ["smok"] }, "--tag smok does not select any of 5 cases", 'did you mean "smoke"?'],
  [
    { cases: ["open-bug"] },
    "--case open-bug does not select any of 5 cases",
    'did you mean "open-bugs"?',
  ],
  [
    { tags: ["smoke"], filters: ["context=none"] },
    "--tag smoke --filter context=none does not select any of 5 cases",
    "`flowproof eval list` with the same paths shows suites, cases, targets and tags",
  ],
  [
    { also: { name: "--rerun failed (r1)", filter: () => false } },
    "--rerun failed (r1) does not select any of 5 cases",
    "`flowproof eval list` with the same paths shows suites, cases, targets and tags",
  ],
  [
    { tags: ["!"] },
    '--tag "!" names no tag',
    "write --tag <tag>, or --tag '!<tag>' for cases without it",
  ],
  [{ tags: ["smoke", " "] }, '--tag " " names no tag', expect.stringContaining("write --tag")],
  [{ filters: ["tags=smoke"] }, 'no filter is called "tags"', 'did you mean "tag"?'],
  [{ filters: ["smoke"] }, '"smoke" is no filter', "write key=pattern or key!=pattern"],
  [
    { filters: ["toString=x"] },
    'no filter is called "toString"',
    expect.stringContaining("one of: suite, case"),
  ],
])("%j is refused", (selection, message, hint) => {
  let thrown: unknown;
  try {
    selectPairs(pairs, selection);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(AppError);
  expect(thrown).toMatchObject({ message, hint });
});

test("of no suites nothing is selected, which is no mistake of the selection", () => {
  expect(selectPairs([], { tags: ["x"] })).toEqual([]);
});
