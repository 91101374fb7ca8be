/** JSON Schema of one line of a file of labels. */
export const labelsSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof label",
  description:
    "One line of labels.jsonl: what a person says of one criterion and one answer, either of a run or given here in full. `eval calibrate` holds a judge's verdicts against it.",
  type: "object",
  additionalProperties: false,
  properties: {
    run: { type: "string", pattern: "\\S", description: "Id or folder of the run, or `latest`." },
    suite: { type: "string", pattern: "\\S", description: "Id of the suite." },
    case: { type: "string", pattern: "\\S", description: "Id of the case." },
    target: {
      type: "string",
      pattern: "\\S",
      description: "Needed where the case was run with several.",
    },
    trial: {
      type: "integer",
      minimum: 0,
      description: "Number of the trial, from 0; needed where the case has several.",
    },
    check: {
      type: "string",
      pattern: "\\S",
      description: "Id of the judged check in the record: judge#2.",
    },
    criterion: {
      type: "string",
      pattern: "\\S",
      description: "The criterion, in the words of the suite.",
    },
    question: {
      description: "What the user wrote: one message, or several in order.",
      anyOf: [{ type: "string" }, { type: "array", minItems: 1, items: { type: "string" } }],
    },
    answer: { type: "string", description: "What the agent answered." },
    calls: {
      type: "array",
      description: "Tool calls that the agent made, in order.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["tool", "result"],
        properties: {
          tool: { type: "string", pattern: "\\S" },
          args: { type: "object" },
          result: { type: "string" },
          isError: { type: "boolean" },
        },
      },
    },
    label: { enum: ["met", "not_met"], description: "Whether the criterion is met." },
    grade: { type: "integer", minimum: 0, description: "For a rubric: the grade it deserves." },
    by: {
      type: "string",
      pattern: "\\S",
      description: "Who says so; needed where several people label the same.",
    },
    note: { type: "string", description: "Why; nothing reads it." },
  },
} as const;
