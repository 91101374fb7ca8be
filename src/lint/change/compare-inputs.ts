import { type Flow, type FlowInput, type FlowInputField, selectVersion } from "../../flow/index.ts";
import type { FlowDifference } from "./flow-difference.ts";

/** What callers send; what they sent before shall still be enough. */
export function compareInputs(before: Flow, after: Flow): readonly FlowDifference[] {
  const known = byCategory(before);
  const differences = [...byCategory(after).values()].flatMap((input) => {
    return compareCategory(known.get(input.category), input);
  });
  const now = byCategory(after);
  const gone = [...known.keys()].filter((category) => !now.has(category));
  return [
    ...differences,
    ...gone.map((category): FlowDifference => {
      return { step: "patch", message: `input ${category} is gone`, at: ["flow", "inputs"] };
    }),
  ];
}

/** Of two inputs for one category the service takes the last. */
function byCategory({ inputs }: Flow): ReadonlyMap<string, FlowInput> {
  return new Map(inputs.map((input) => [input.category, input]));
}

function compareCategory(
  before: FlowInput | undefined,
  after: FlowInput,
): readonly FlowDifference[] {
  const { category, fields, at } = after;
  const known = new Map(before?.fields.map((field) => [field.name, field]));
  const differences = fields.flatMap((field) =>
    compareField(known.get(field.name), field, category),
  );
  const names = new Set(fields.map(({ name }) => name));
  for (const name of known.keys()) {
    if (names.has(name)) continue;
    differences.push({ step: "patch", message: `input "${name}" of ${category} is gone`, at });
  }
  if (before === undefined && fields.length === 0) {
    differences.push({ step: "minor", message: `input ${category} is new`, at });
  }
  if (before !== undefined && takesFirst(before) && !takesFirst(after)) {
    const message = `input ${category} is not taken in version 1.0.0 any more`;
    differences.push({ step: "major", message, at });
  }
  return differences;
}

function compareField(
  before: FlowInputField | undefined,
  after: FlowInputField,
  category: string,
): FlowDifference[] {
  const { name, optional, type, at } = after;
  const what = `input "${name}" of ${category}`;
  if (before === undefined) {
    return optional
      ? [{ step: "minor", message: `${what} is new`, at }]
      : [{ step: "major", message: `${what} is new and required`, at }];
  }
  const differences: FlowDifference[] = [];
  if (before.type !== type) {
    const message = `${what} has to be of type ${type}, not ${before.type}`;
    differences.push({ step: "major", message, at });
  }
  if (before.optional && !optional) {
    differences.push({ step: "major", message: `${what} is required now`, at });
  }
  if (!before.optional && optional) {
    differences.push({ step: "minor", message: `${what} is optional now`, at });
  }
  return differences;
}

/** Whether an input takes what callers send that name no version. */
function takesFirst({ versionConstraint = "^1.0.0" }: FlowInput): boolean {
  return selectVersion(["1.0.0"], versionConstraint).found;
}
