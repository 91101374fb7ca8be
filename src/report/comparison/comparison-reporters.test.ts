import { describe, expect, test } from "vitest";
import { system, type ToldSystem } from "../../../fixtures/compare/systems.ts";
import {
  compareSystems,
  type ComparedSystem,
  type Comparison,
  parseGate,
} from "../../compare/index.ts";
import { comparisonMarkdown } from "./comparison-markdown.ts";
import { markdown, pretty } from "./reporters/index.ts";

type Cases = ToldSystem["cases"];

const served = { agent: ["claude-a-1"], judge: [] };

function side(letter: "a" | "b", change: (index: number) => Cases[number]): ComparedSystem {
  const cases = Array.from({ length: 24 }, (_, index) => ({
    tags: [index % 2 === 0 ? "issues" : "code"],
    latencyMs: 1000 + index * 50,
    tokens: 2000,
    critical: index === 23,
    ...change(index),
  }));
  const target = letter === "a" ? "chat" : "workflow";
  return system({ run: `run-${letter}`, target, cases });
}

const a = side("a", (index) => ({ passed: index !== 0, served }));
const b = side("b", (index) => ({
  passed: index < 22,
  latencyMs: (1000 + index * 50) * (index % 3 === 0 ? 1.3 : 1.5),
  tokens: 3000,
  served,
  ...(index === 5 && { question: "other" }),
}));

function format(comparison: Comparison, verbose = false): string {
  return pretty.format({ comparison }, { color: false, verbose });
}

test("people read who, over which cases, every metric, what flipped, tags, gates, and the end", () => {
  const gates = ["pass_rate.not_worse_than=0.1", "latency.ratio_at_most=1.2"].map(parseGate);
  expect(format(compareSystems(a, b, { gates }))).toMatchInlineSnapshot(`
    "A  run-a#chat · helper 1.0.0 on anthropic/claude-a · served as claude-a-1
    B  run-b#workflow · helper 1.0.0 on anthropic/claude-a · served as claude-a-1

    23 cases compared
    1 case not compared: s/c5
      it does not ask the same: its texts, mocks, fakes, context, checks or limits differ (--allow changed compares all the same)

    metric     A chat  B workflow  B against A (95 % interval)  cases  verdict on B
    pass rate  95.7 %      91.3 %  −4.3 points (−23.6 – +14.3)     23  undecided, held against a margin of 10 points: about 100 more cases would decide it
    latency     1.6 s       2.3 s  ×1.43 (1.38 – 1.47)             23  worse
    tokens       2.0k        3.0k  ×1.50 (no interval)             23  worse: the ratio is the same in all 23 cases

    B broke 2 cases:
      s/c22
      s/c23  critical

    B fixed 1 case:
      s/c0

    tag     metric   B against A (95 % interval)  cases  verdict on B
    code    latency  ×1.42 (1.36 – 1.49)             11  worse
    code    tokens   ×1.50 (no interval)             11  worse: the ratio is the same in all 11 cases
    issues  latency  ×1.43 (1.37 – 1.50)             12  worse
    issues  tokens   ×1.50 (no interval)             12  worse: the ratio is the same in all 12 cases

    undecided  gate pass_rate.not_worse_than=0.1: undecided: difference -0.0435, 95 % interval -0.236 to 0.143
    fail  gate latency.ratio_at_most=1.2: worse: ratio 1.43, 95 % interval 1.38 to 1.47

    note: by tag these are 6 looks at the same data: of so many independent ones, one or more stands out by chance in 26 % of comparisons
    23 cases cannot show any difference of the pass rates, with 80 % power, where as many differ as here
    gate fail: critical case s/c23 broke, gate latency.ratio_at_most=1.2 failed, exit 1
    "
  `);
});

test("a side with a script for each suite tells how many there are", () => {
  const told = system({ cases: [{ suite: "a" }, { suite: "b" }], labels: ["scripted"] });
  const suites = told.suites.map((each) => ({ ...each, agentModel: `script/${each.suite}.yml` }));
  const text = format(compareSystems({ ...told, suites }, { ...told, suites }));
  expect(text).toContain("on 2 scripts · scripted model");
  const one = suites.map((each) => ({ ...each, agentModel: "script/a.yml" }));
  expect(format(compareSystems({ ...told, suites: one }, told))).toContain(
    "on script/a.yml · scripted model",
  );
});

test("in Markdown an amount of dollars is no snippet of GitLab's", () => {
  const cases = [{ costUsd: 3.2 }, { case: "d", costUsd: 3.2 }];
  const comparison = compareSystems(system({ cases }), system({ run: "r2", cases }));
  const text = comparisonMarkdown(comparison, 10_000).join("\n");
  expect(text).toContain("| `$3.20` | `$3.20` |");
});

test("of many names some are shown, and with -v all", () => {
  const many = (passed: boolean): ComparedSystem =>
    system({ run: String(passed), cases: Array.from({ length: 30 }, () => ({ passed })) });
  const comparison = compareSystems(many(true), many(false));
  expect(format(comparison)).toContain("B broke 30 cases:\n  s/c0\n");
  expect(format(comparison)).toContain("\n  and 10 more (-v shows all)\n");
  expect(format(comparison, true)).not.toContain("more (-v shows all)");
});

test("by tag, what the total does not say comes first, and what chance may do is said", () => {
  const half = (broken: number): ComparedSystem => {
    const cases = Array.from({ length: 100 }, (_, index) => ({
      passed: index >= broken && (broken > 0 || index < 92),
      tokens: broken === 0 ? 100 + index : 200 + index,
      tags: [index < 12 ? "z-area" : "rest"],
    }));
    return system({ run: String(broken), cases });
  };
  const lines = format(compareSystems(half(0), half(9))).split("\n");
  const first = lines.findIndex((line) => line.startsWith("tag "));
  expect(lines[first + 1]).toMatch(/^z-area +pass rate .* worse$/u);
  expect(lines[first + 2]).toMatch(/^rest +tokens .* worse$/u);
  const manyTags = (broken: number): ComparedSystem => {
    const cases = Array.from({ length: 100 }, (_, index) => ({
      passed: index >= broken,
      tags: [index < 12 ? "area" : `other-${index % 10}`],
    }));
    return system({ run: String(broken), cases });
  };
  const chance = format(compareSystems(manyTags(0), manyTags(5)));
  expect(chance).toMatch(/^area +pass rate .* worse, perhaps by chance$/mu);
});

test("labels stand with their side and at the end", () => {
  const scripted = system({ cases: [{}], labels: ["scripted"], agentModel: "script/x" });
  const replay = system({ run: "r2", cases: [{}], labels: ["replay"] });
  const lines = format(compareSystems(scripted, replay)).split("\n");
  expect(lines[0]).toMatch(/^A .* · scripted model$/u);
  expect(lines[1]).toMatch(/^B .* · replayed model$/u);
  expect(lines.at(-2)).toMatch(/exit 3 · scripted model; replayed model$/u);
});

describe("what is foreign", () => {
  const hostile = "\u001B[31m`|<script>@all\n/close</details>";
  const evil = (run: string, passed: boolean): ComparedSystem =>
    system({
      run: run + hostile,
      target: hostile,
      agentModel: `x/${hostile}`,
      cases: [
        { suite: hostile, case: hostile, tags: [hostile], passed, critical: true },
        { suite: hostile, case: "other", question: passed ? "1" : "2" },
        ...Array.from({ length: 20 }, (_, index) => ({
          case: `${hostile}${index}`,
          tags: [hostile],
          scores: new Map([[hostile, passed ? 4 + (index % 2) : 1 + (index % 3)]]),
        })),
      ],
    });
  const comparison = compareSystems(evil("a", true), evil("b", false));

  test("does not reach the terminal as it is", () => {
    expect(format(comparison, true)).not.toContain("\u001B");
  });

  test("is nothing but text in Markdown", () => {
    const text = markdown.format({ comparison }, { color: false, verbose: true });
    expect(text).not.toContain("\u001B");
    const spans = /(`+)(?!`)[^\n]*?[^`]\1(?!`)/gu;
    for (const line of text.split("\n")) {
      const outside = line.replaceAll(spans, "");
      expect(outside).not.toMatch(/@all|<script>|^\/close/u);
      if (line.startsWith("|")) expect(outside.split("|")).toHaveLength(line.split("|").length);
    }
    expect(text.match(/<details>/gu)).toHaveLength(text.match(/^<\/details>$/gmu)?.length ?? 0);
  });
});

test("Markdown keeps within its room, and says what it left out", () => {
  const many = (passed: boolean): ComparedSystem =>
    system({ run: String(passed), cases: Array.from({ length: 90 }, () => ({ passed })) });
  const comparison = compareSystems(many(true), many(false));
  const whole = comparisonMarkdown(comparison, 100_000).join("\n");
  expect(whole).toContain("- 40 more cases");
  const cut = comparisonMarkdown(comparison, 1000).join("\n");
  expect(cut.length).toBeLessThanOrEqual(1000);
  expect(cut).toContain("1 more part left out here, because a comment cannot be longer.");
});
