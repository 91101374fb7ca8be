import type { Rubric } from "./rubric.ts";

const correctness: Rubric = {
  name: "correctness",
  question: "Is what the answer says borne out by the record?",
  anchors: new Map([
    [
      1,
      "The answer is wrong in its main point, invents what the record does not hold, or there is no answer.",
    ],
    [
      2,
      "The main point is partly right, but a fact on which somebody would act is wrong or has no basis in the record.",
    ],
    [
      3,
      "The main point is right; what is wrong or without basis is a detail that changes nothing for the user.",
    ],
    [4, "Every statement that can be held against the record agrees with it."],
  ]),
  of: 4,
};

const comprehensiveness: Rubric = {
  name: "comprehensiveness",
  question: "Does the answer cover everything that the user asked for?",
  anchors: new Map([
    [1, "The answer leaves out the main thing that was asked for, or there is no answer."],
    [
      2,
      "The answer covers the main thing, but leaves out another thing that the user asked for in words.",
    ],
    [
      3,
      "Everything that was asked for in words is there; a limit, a condition or a next step that the user would need is missing.",
    ],
    [
      4,
      "Everything that was asked for is there, with the limits and conditions that the record shows.",
    ],
  ]),
  of: 4,
};

const readability: Rubric = {
  name: "readability",
  question: "Can the user take in the answer at the first reading?",
  anchors: new Map([
    [1, "The answer cannot be understood: garbled, contradictory, or raw data without a word."],
    [
      2,
      "The point can be found only by searching: it is buried in repetition, in jargon that is not explained, or in one long block.",
    ],
    [3, "The answer can be followed; its order or its wording makes the reader go back in places."],
    [
      4,
      "The point comes first, the rest is in a sensible order, and headings, lists and tables stand only where they help.",
    ],
  ]),
  of: 4,
};

const presets: readonly Rubric[] = [comprehensiveness, correctness, readability];

/** Names of the rubrics that need no words of a suite, sorted. */
export const presetRubrics: readonly string[] = presets.map(({ name }) => name);

/** A rubric by its name, or undefined where we have none of that name. */
export function presetRubric(name: string): Rubric | undefined {
  return presets.find((preset) => preset.name === name);
}
