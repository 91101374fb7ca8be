import { canonicalJson } from "../../../../core/canonical-json.ts";
import { listOf } from "../../../check/list-of.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { CaseView } from "../../view/suite-view.ts";

const withCase = (more: string): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect: [called: get_issue]\n    ${more}\n`;

export const duplicateTag: SuiteRule = {
  id: "duplicate-tag",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports a tag that a case has twice, or that is written in two ways",
    rationale:
      "Tags select cases and group results. `Smoke` and `smoke` are two tags, and a selection of one leaves the cases of the other out.",
    repair: "write the tag once, and alike everywhere",
  },
  check: ({ cases }, others) => {
    const spellings = new Map<string, string>();
    for (const { cases: all } of others) {
      for (const each of all) {
        for (const tag of tagsOf(each)) {
          const folded = tag.toLowerCase();
          if (!spellings.has(folded)) spellings.set(folded, tag);
        }
      }
    }
    return cases.flatMap((each) => tagFindings(each, spellings));
  },
  examples: {
    bad: [
      { suite: withCase("tags: [smoke, smoke]"), reports: [5] },
      {
        suite: `${withCase("tags: [smoke]")}  - { id: b, ask: Who wrote issue 7?, expect: [called: get_issue], tags: [Smoke] }\n`,
        reports: [6],
      },
    ],
    good: [{ suite: withCase("tags: [smoke, counting]") }],
  },
};

export const idleRequire: SuiteRule = {
  id: "idle-require",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports `require` where it changes nothing",
    rationale:
      "Without `require` all trials must pass. With one trial, or with as many as there are, it says the same again, and its author may have forgotten `trials`.",
    repair: "write how many `trials` there are, or remove `require`",
  },
  check: ({ cases }) =>
    cases.flatMap(({ source, path }) => {
      const { trials = 1, require: needed } = source;
      if (typeof needed !== "number" || needed !== trials) return [];
      const message = `require: all ${needed} of ${needed} trials must pass also without it`;
      return [{ path: [...path, "require"], message }];
    }),
  examples: {
    bad: [
      { suite: withCase("require: 1"), reports: [5] },
      { suite: withCase("trials: 3\n    require: 3"), reports: [6] },
    ],
    good: [{ suite: withCase("trials: 3\n    require: 2") }],
  },
};

export const duplicateCheck: SuiteRule = {
  id: "duplicate-check",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports a check that a case has twice",
    rationale: "The second says nothing new, and was probably meant to be about something else.",
    repair: "remove one of the two, or correct it",
  },
  check: ({ cases }) =>
    cases.flatMap(({ checks }) => {
      const seen = new Set<string>();
      return checks.flatMap(({ id, value, turn, path }): readonly SuiteFinding[] => {
        const key = canonicalJson([id, value, turn ?? null]);
        if (seen.has(key))
          return [{ path, message: `\`${id}\` stands there already with the same value` }];
        seen.add(key);
        return [];
      });
    }),
  examples: {
    bad: [
      {
        suite:
          "cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect:\n      - called: get_issue\n      - answer: cart\n      - called: get_issue\n",
        reports: [7],
      },
    ],
    good: [{ suite: withCase("tags: [smoke]") }],
  },
};

function tagsOf({ source }: CaseView): readonly string[] {
  return listOf(source["tags"]).filter((tag) => typeof tag === "string");
}

function tagFindings(
  each: CaseView,
  spellings: ReadonlyMap<string, string>,
): readonly SuiteFinding[] {
  const seen = new Set<string>();
  return tagsOf(each).flatMap((tag, index) => {
    const path = [...each.path, "tags", index];
    if (seen.has(tag)) return [{ path, message: `the case has the tag "${tag}" twice` }];
    seen.add(tag);
    const first = spellings.get(tag.toLowerCase());
    if (first === undefined || first === tag) return [];
    return [{ path, message: `the tag "${tag}" is written "${first}" elsewhere` }];
  });
}
