import type { JsonObject } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { presetRubrics } from "../../judge/index.ts";
import type { Check } from "../check/check.ts";
import { presetAtLeast, readRubric } from "../check/read-rubric.ts";

const full: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: {
      type: "string",
      pattern: "^[a-z][a-z0-9_-]{0,63}$",
      description: "Of a rubric of ours, or of your own.",
    },
    question: { type: "string", description: "What is graded, as a question." },
    grades: {
      type: "object",
      minProperties: 2,
      propertyNames: { pattern: "^([1-9]|10)$" },
      additionalProperties: { type: "string" },
      description:
        "What a grade means, by grade: 1 is the worst, the largest the best. Grades between them may be left out.",
    },
    at_least: {
      type: "integer",
      description: `The grade from which it is passed; ${presetAtLeast} for a rubric of ours.`,
    },
  },
};
const short: JsonObject = { type: "string", description: "The name of a rubric of ours." };

export const rubric: Check = {
  id: "rubric",
  docs: {
    summary:
      "requires that a judge model grades the trial high enough on a scale whose grades are described",
    rationale: `For what is more or less right. ${presetRubrics.map((name) => `\`${name}\``).join(", ")} have grades from 1 to 4 and are passed from ${presetAtLeast}, unless \`at_least\` says otherwise. One of your own is \`{ name, question, grades: { 1: …, 4: … }, at_least }\`; the words for its grades are what makes two judges mean the same by a number. For what is simply there or not, \`judge\` is less noisy.`,
  },
  schema: {
    description: "The name of a rubric, or a rubric in full, or several.",
    anyOf: [short, full, { type: "array", items: { anyOf: [short, full] } }],
  },
  examples: [],
  refused: [
    [],
    "accuracy",
    { name: "tone" },
    { name: "tone", question: "Is it kind?", grades: { "1": "No.", "2": "Yes." } },
    { name: "tone", question: " ", grades: { "1": "No.", "2": "Yes." }, at_least: 2 },
    { name: "tone", question: "Is it kind?", grades: { "1": "No.", "2": " " }, at_least: 2 },
    { name: "tone", question: "Is it kind?", grades: { "2": "No.", "3": "Yes." }, at_least: 3 },
    { name: "tone", question: "Is it kind?", grades: { "1": "No.", "2": "Yes." }, at_least: 3 },
    { name: "correctness", at_least: 1 },
    { name: "correctness", at_least: 5 },
    { name: "correctness", question: "Is it?", grades: { "1": "No.", "2": "Yes." }, at_least: 2 },
    ["correctness", { name: "correctness", at_least: 4 }],
  ],
  prepare(value, reader) {
    const list = isJsonArray(value) ? value : [value];
    if (list.length === 0) reader.nothingToCheck([], "there is no rubric");
    const aims = list.flatMap((each, index) => {
      const aim = readRubric(each, isJsonArray(value) ? [index] : [], reader);
      return aim === undefined ? [] : [aim];
    });
    const names = new Set<string>();
    for (const [index, { rubric: one }] of aims.entries()) {
      if (names.has(one.name)) reader.invalid([index], `"${one.name}" is graded twice`);
      names.add(one.name);
    }
    if (aims.length === 0 || aims.length < list.length) return undefined;
    return { type: "judged", criteria: [], rubrics: aims };
  },
};
