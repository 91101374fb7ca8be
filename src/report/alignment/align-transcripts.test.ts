import { assert, constantFrom, array, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { TranscriptStep } from "../../record/index.ts";
import { alignTranscripts } from "./align-transcripts.ts";
import type { AlignedStep } from "./aligned-step.ts";

function user(text: string, turn = 0): TranscriptStep {
  return { type: "user", turn, text: { text } };
}
function says(text: string, answers?: number): TranscriptStep {
  const said = { component: "c", model: "m", text: { text }, callIds: [], activeMs: 0 };
  return { type: "reply", ...said, ...(answers !== undefined && { answers }) };
}
function calls(tool: string, args = "{}", content = "ok"): TranscriptStep {
  const given = { args: { text: args }, content: { text: content } };
  return {
    type: "call",
    component: "c",
    callId: "1",
    tool,
    ...given,
    isError: content === "no",
    durationMs: 1,
  };
}
const answer = (text: string): TranscriptStep => says(text, 0);
const entered: TranscriptStep = { type: "entered", component: "c" };
const note: TranscriptStep = { type: "note", component: "c", kind: "k", text: { text: "dropped" } };

function shown(step: AlignedStep | undefined): string {
  if (step === undefined) return "–";
  return step.type === "call" ? `${step.tool}()` : step.text.text;
}

function aligned(a: readonly TranscriptStep[], b: readonly TranscriptStep[]): string[] {
  const { rows, divergence } = alignTranscripts({ steps: a }, { steps: b });
  return rows.map((row, index) => {
    const mark = index === divergence ? "> " : "";
    return `${mark}${shown(row.a)} | ${shown(row.b)}${row.difference === undefined ? "" : ` ${row.difference}`}`;
  });
}

const question = user("How many?");

test.each<[string, readonly TranscriptStep[], readonly TranscriptStep[], readonly string[]]>([
  ["nothing", [], [], []],
  [
    "the same",
    [question, calls("q"), answer("42")],
    [question, calls("q"), answer("42")],
    ["How many? | How many?", "q() | q()", "42 | 42"],
  ],
  [
    "another answer",
    [question, calls("q"), answer("42")],
    [question, calls("q"), answer("43")],
    ["How many? | How many?", "q() | q()", "> 42 | 43 text"],
  ],
  [
    "another tool in its place",
    [question, calls("q"), answer("42")],
    [question, calls("r"), answer("42")],
    ["How many? | How many?", "> q() | r() tool", "42 | 42"],
  ],
  [
    "other arguments",
    [calls("q", `{"a":1}`), answer("42")],
    [calls("q", `{"a":2}`), answer("42")],
    ["> q() | q() args", "42 | 42"],
  ],
  [
    "arguments in another order",
    [calls("q", `{"a":1,"b":[2]}`)],
    [calls("q", `{"b": [2], "a": 1}`)],
    ["q() | q()"],
  ],
  ["another result", [calls("q")], [calls("q", "{}", "other")], ["> q() | q() result"]],
  [
    "a call more on B",
    [question, calls("q"), answer("42")],
    [question, calls("schema"), calls("q"), answer("42")],
    ["How many? | How many?", "> – | schema() only_b", "q() | q()", "42 | 42"],
  ],
  [
    "a call twice, of which the same one stands together",
    [calls("q", `{"page":1}`), calls("q", `{"page":2}`), answer("x")],
    [calls("q", `{"page":2}`), answer("x")],
    ["> q() | – only_a", "q() | q()", "x | x"],
  ],
  [
    "one that ended",
    [question, calls("q"), answer("42")],
    [question],
    ["How many? | How many?", "> q() | – ended_b", "42 | – ended_b"],
  ],
  ["one that never began", [], [question], ["> – | How many? ended_a"]],
  [
    "remarks beside the same calls",
    [says("Let me look."), calls("q"), answer("42")],
    [says("I look it up."), calls("q"), answer("42")],
    ["> Let me look. | I look it up. text", "q() | q()", "42 | 42"],
  ],
  [
    "what the engine did is no step, and neither is white space a difference",
    [entered, question, note, says(""), answer("42\n\nissues")],
    [question, entered, { type: "answer", turn: 0, text: { text: "42 issues" } }],
    ["How many? | How many?", "42\n\nissues | 42 issues"],
  ],
])("%s", (_, a, b, rows) => {
  expect(aligned(a, b)).toEqual(rows);
});

describe("the first divergence", () => {
  test("of actions stands beside that of words", () => {
    const a = [says("Let me look."), calls("q"), calls("r"), answer("42")];
    const b = [says("I look it up."), calls("q"), calls("r", "{}", "no"), answer("41")];
    const { divergence, actionDivergence } = alignTranscripts({ steps: a }, { steps: b });
    expect([divergence, actionDivergence]).toEqual([0, 2]);
  });

  test("there is none between a transcript and itself", () => {
    const steps = [question, calls("q"), answer("42")];
    expect(alignTranscripts({ steps }, { steps })).toMatchObject({
      divergence: undefined,
      actionDivergence: undefined,
      omitted: { a: 0, b: 0 },
    });
  });

  test("texts that were cut are the same only if both were, at the same length", () => {
    const of = (cut?: number): TranscriptStep => ({
      type: "answer",
      turn: 0,
      text: { text: "begin", ...(cut !== undefined && { cut }) },
    });
    expect(aligned([of(900)], [of(900)])).toEqual(["begin | begin"]);
    expect(aligned([of(900)], [of()])).toEqual(["> begin | begin text"]);
  });
});

test("every step is shown once, in its order, whatever the transcripts", () => {
  const step = constantFrom(
    question,
    calls("q"),
    calls("q", `{"a":1}`),
    calls("r"),
    says("a"),
    says("b"),
    answer("x"),
    entered,
  );
  assert(
    property(array(step, { maxLength: 14 }), array(step, { maxLength: 14 }), (a, b) => {
      const { rows } = alignTranscripts({ steps: a }, { steps: b });
      expect(rows.flatMap((row) => row.a ?? [])).toEqual(a.filter((each) => each !== entered));
      expect(rows.flatMap((row) => row.b ?? [])).toEqual(b.filter((each) => each !== entered));
    }),
    { numRuns: 200, seed: 5 },
  );
});

test("long transcripts are cut, and it is said by how much", () => {
  const steps = Array.from({ length: 2000 }, (_, index) => calls(`tool_${index}`));
  const others = Array.from({ length: 900 }, (_, index) => calls(`other_${index}`));
  const { rows, omitted } = alignTranscripts({ steps, omittedSteps: 5 }, { steps: others });
  expect(omitted).toEqual({ a: 1605, b: 500 });
  expect(rows).toHaveLength(400);
});
