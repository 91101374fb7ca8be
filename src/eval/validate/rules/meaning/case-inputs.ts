import { isJsonObject, type JsonValue } from "../../../../core/json.ts";
import { didYouMean } from "../../../../core/text/suggest.ts";
import { listOf } from "../../../check/list-of.ts";
import type { SuitePath } from "../../../suite/suite-reader.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";
import type { SuiteView, TargetView } from "../../view/suite-view.ts";

const triage = "target: { flow: triage, version: 1.0.0 }\n";
const issue = '{ url: "https://gitlab.example.com/shop/web/-/issues/7" }';

export const noSuchInput: SuiteRule = {
  id: "no-such-input",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids inputs that no target of the suite declares",
    rationale:
      "A flow takes the categories of additional context that stand under `flow.inputs`, with their fields; what it does not declare, no prompt and no step can read.",
    repair: "use the category and the fields that the flow declares",
  },
  check(view) {
    const { cases, targets, value } = view;
    // A chat takes whatever context there is.
    if (targets.length === 0 || targets.some(isChat)) return [];
    const blocks = [
      { path: ["context", "inputs"] as SuitePath, inputs: inputsOf(value["context"]) },
      ...cases.map(({ path, source }) => ({
        path: [...path, "context", "inputs"],
        inputs: inputsOf(source["context"]),
      })),
    ];
    return blocks.flatMap(({ path, inputs }) => unknownInputs(inputs, path, targets));
  },
  examples: {
    bad: [
      { suite: `${triage}context: { inputs: { isue: ${issue} } }\n`, reports: [2] },
      {
        suite: `${triage}context:\n  inputs:\n    issue:\n      url: https://gitlab.example.com/shop/web/-/issues/7\n      iid: 7\n`,
        reports: [6],
      },
    ],
    good: [
      { suite: `${triage}context: { inputs: { issue: ${issue} } }\n` },
      { suite: "context: { inputs: { issue: { url: x } } }\n" },
    ],
  },
};

export const noInput: SuiteRule = {
  id: "no-input",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports cases that leave out the additional context that their flow declares",
    rationale:
      "A flow that reads `context:inputs.issue.url` gets nothing where the case gives no `issue`, and fails, or works on nothing.",
    repair: "write `context: { inputs: { <category>: { … } } }` for the suite or the case",
  },
  check({ cases, targets, value }) {
    const [first] = targets;
    if (first === undefined || targets.some(isChat)) return [];
    const around = inputsOf(value["context"]);
    const needed = new Set(
      targets.flatMap(({ target }) =>
        target.flow.inputs
          .filter(({ fields }) => fields.some(({ optional }) => !optional))
          .map(({ category }) => category),
      ),
    );
    return cases.flatMap(({ source, path, checks }): readonly SuiteFinding[] => {
      const given = inputsOf(source["context"]) ?? around;
      if (Array.isArray(given) || checks.some(({ id }) => id === "status")) return [];
      const missing = [...needed].filter(
        (category) => !isJsonObject(given) || !(category in given),
      );
      if (missing.length === 0) return [];
      const names = missing.map((name) => `"${name}"`).join(", ");
      return [
        { path, message: `the flow takes inputs of the category ${names}, and the case has none` },
      ];
    });
  },
  examples: {
    bad: [
      {
        suite: `${triage}cases:\n  - { id: a, ask: Look at issue 7, expect: [called: get_issue] }\n`,
        reports: [3],
      },
    ],
    good: [
      { suite: `${triage}context: { inputs: { issue: ${issue} } }\n` },
      { suite: `${triage}context: { inputs: [{ category: issue, content: "{}" }] }\n` },
      {
        suite: `${triage}cases:\n  - { id: a, ask: Look at issue 7, expect: [status: failed] }\n`,
      },
    ],
  },
};

function isChat({ target }: TargetView): boolean {
  return target.flow.environment === "chat-partial";
}

function inputsOf(context: SuiteView["value"][string] | undefined): JsonValue | undefined {
  return isJsonObject(context) ? context["inputs"] : undefined;
}

function unknownInputs(
  inputs: JsonValue | undefined,
  path: SuitePath,
  targets: readonly TargetView[],
): readonly SuiteFinding[] {
  const declared = targets.flatMap(({ target }) => target.flow.inputs);
  const categories = [...new Set(declared.map(({ category }) => category))];
  if (!isJsonObject(inputs)) {
    return listOf(inputs).flatMap((envelope, index): readonly SuiteFinding[] => {
      const category = isJsonObject(envelope) ? envelope["category"] : undefined;
      if (typeof category !== "string" || categories.includes(category)) return [];
      return [{ path: [...path, index, "category"], ...unknownCategory(category, categories) }];
    });
  }
  return Object.entries(inputs).flatMap(([category, content]): readonly SuiteFinding[] => {
    const at = [...path, category];
    if (!categories.includes(category)) {
      return [{ path: at, atKey: true, ...unknownCategory(category, categories) }];
    }
    const fields = declared
      .filter((input) => input.category === category)
      .flatMap((input) => input.fields.map(({ name }) => name));
    if (!isJsonObject(content)) return [];
    return Object.keys(content)
      .filter((field) => !fields.includes(field))
      .map((field) => ({
        path: [...at, field],
        atKey: true,
        message: `the flow's input "${category}" has no field "${field}"`,
        hint: fields.length === 0 ? "remove it" : didYouMean(field, fields),
      }));
  });
}

function unknownCategory(
  category: string,
  known: readonly string[],
): Pick<SuiteFinding, "message" | "hint"> {
  return {
    message: `the flow has no input of the category "${category}"`,
    hint:
      known.length === 0 ? "remove it: the flow declares no inputs" : didYouMean(category, known),
  };
}
