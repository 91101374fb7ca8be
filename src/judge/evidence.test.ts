import { expect, test } from "vitest";
import { type EvidenceNeed, readEvidence, sourcesOf } from "./evidence.ts";
import { transcriptParts } from "./transcript.ts";

const long = `${"a ".repeat(20_000)}the end of its first half. ${"b ".repeat(20_000)}the very end`;
const sources = sourcesOf(
  transcriptParts({
    question: ["How many open issues does shop/web have, please?"],
    answer: "Shop/web has 42 open issues, please ask if you need more.",
    calls: [
      { tool: "count_issues", args: { state: "opened" }, result: "42", isError: false },
      { tool: "get_issue", args: { id: 7 }, result: "404 Not Found", isError: true },
      { tool: "get_file", args: { path: "a.md" }, result: long, isError: false },
    ],
  }),
);

test.each<[string, EvidenceNeed, readonly string[]]>([
  ["42 open issues", "answer", ["answer"]],
  ["count_issues", "work", ["call 1"]],
  ["state … opened … 42 open issues", "work", ["call 1", "answer"]],
  // All that a result says is enough, however short.
  ["404 Not Found", "work", ["error of call 2"]],
  ["How many open … has 42 open issues", "answer", ["question", "answer"]],
  // What both say, the agent has said.
  ["open issues", "answer", ["answer"]],
  ["please", "nothing", ["answer"]],
  ["How many", "nothing", ["question"]],
  ["the very end", "work", ["result of call 3"]],
  ["", "nothing", []],
])("%j is evidence for %s", (evidence, need, from) => {
  expect(readEvidence(evidence, need, sources)).toEqual({ from });
});

test.each<[string, EvidenceNeed, string]>([
  ["", "work", "there is none"],
  ["…", "answer", "there is none"],
  ["How many open issues does", "work", "the question says nothing"],
  ["count_issues", "answer", "nothing is quoted from the answer"],
  ["42", "work", "too short"],
  ["has … if … ask … you … more", "answer", "too short"],
  ["7", "work", "too short"],
  ["has 43 open issues", "nothing", 'does not say "has 43 open issues"'],
  ["has 42 open issues … count 42", "work", 'does not say "count 42"'],
  // A note of ours is no part of the record, and nothing runs across it.
  ["characters left out here", "work", "does not say"],
])("%j is none for %s", (evidence, need, problem) => {
  expect(readEvidence(evidence, need, sources).problem).toContain(problem);
});

test("a short answer is quoted by all that it says", () => {
  const shown = { question: ["How many?"], answer: "**42**", calls: [] };
  const short = sourcesOf(transcriptParts(shown));
  expect(readEvidence("42", "answer", short)).toEqual({ from: ["answer"] });
  expect(readEvidence("4", "answer", short).problem).toContain("does not say");
});

test("an empty answer holds no evidence", () => {
  for (const answer of ["", " \n", "\u200B", "**"]) {
    const empty = sourcesOf(transcriptParts({ question: ["Who are you?"], answer, calls: [] }));
    expect(readEvidence("Who are you", "answer", empty).problem).toContain("the question says");
    expect(readEvidence(answer, "answer", empty).problem).toContain("there is none");
  }
});
