import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { showValue } from "../../core/match/show-value.ts";
import { alignColumns } from "../check/align-columns.ts";
import type { Check } from "../check/check.ts";
import { matcherRange } from "../check/matcher-range.ts";
import { outputPath, valueAt } from "../check/output-path.ts";
import { readMatcher } from "../check/read-matcher.ts";

/** What stands in `context` besides the outputs of components. */
const stateKeys: ReadonlySet<string> = new Set([
  "current_date",
  "gitlab_instance_type",
  "gitlab_instance_url",
  "gitlab_instance_version",
  "goal",
  "inputs",
  "namespace",
  "project_default_branch",
  "project_http_url_to_repo",
  "project_id",
  "session_url",
  "workflow_id",
]);

export const output: Check = {
  id: "output",
  needs: ["route"],
  docs: {
    summary: "requires something of a component's output",
    rationale:
      "Flows hand results from component to component through `context`; an agent with a response schema leaves its answer under `<component>.final_answer`. `path` names a place there, `equals` the exact value, `matches` a matcher. A path that leads nowhere fails, unless the matcher says { $exists: false }.",
  },
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["path"],
    properties: {
      path: {
        type: "string",
        description: "Component and keys, with dots: `triage.final_answer.severity`.",
      },
      equals: { description: "The value itself." },
      matches: { $ref: "#/$defs/matcher" },
    },
  },
  examples: [
    {
      trial: {
        context: { triage: { final_answer: { severity: "high", labels: ["bug", "p1"], n: 1 } } },
      },
      passes: [
        { path: "triage.final_answer.severity", equals: "high" },
        { path: "context:triage.final_answer.severity", equals: "high" },
        { path: "triage.final_answer.labels.1", equals: "p1" },
        { path: "triage.final_answer", matches: { labels: { $contains: "bug" } } },
        { path: "triage.final_answer.reason", matches: { $exists: false } },
        { path: "triage.final_answer.n", equals: 1 },
      ],
      fails: [
        { path: "triage.final_answer.severity", equals: "low" },
        { path: "triage.final_answer.severity", equals: { $in: ["high"] } },
        { path: "triage.final_answer.labels.2", equals: "p1" },
        { path: "triage.final_answer", equals: { severity: "high" } },
        { path: "triage.final_answer", matches: { labels: { $contains: "feature" } } },
        { path: "triage.final_answer.reason", equals: null },
        { path: "triage.constructor", matches: { $exists: true } },
        { path: "triage.final_answer.n", equals: "1" },
      ],
    },
  ],
  refused: [
    { path: "triage.final_answer" },
    { path: "", equals: 1 },
    { path: "triage..x", equals: 1 },
    { path: "triage", matches: { $regex: "(" } },
    { path: "triage", matches: { $any: [{ $any: [{ $exists: true }, { $exists: false }] }, 1] } },
  ],
  prepare(value, reader) {
    const { path, equals, matches } = isJsonObject(value) ? value : {};
    const written = typeof path === "string" ? path : "";
    const segments = outputPath(written);
    if (segments === undefined) {
      reader.invalid(["path"], `"${written}" is not a path`, "write component.key.key");
      return undefined;
    }
    if (!stateKeys.has(segments[0])) reader.usesComponent(["path"], segments[0]);
    if (equals === undefined && matches === undefined) {
      reader.nothingToCheck(
        [],
        "nothing is asked of the output: `equals` and `matches` are missing",
      );
      return undefined;
    }
    const range = matches === undefined ? "some" : matcherRange(matches, "any");
    if (range !== "some") {
      reader.nothingToCheck(
        ["matches"],
        `the matcher holds for ${range === "all" ? "everything" : "nothing"}`,
      );
      return undefined;
    }
    const specs: readonly (readonly [string, JsonValue])[] = [
      ...(equals === undefined ? [] : [["equals", { $equals: equals }] as const]),
      ...(matches === undefined ? [] : [["matches", matches] as const]),
    ];
    const read = specs.map(([key, spec]) => readMatcher(spec, [key], reader));
    const matchers = read.filter((matcher) => matcher !== undefined);
    if (matchers.length < read.length) return undefined;
    return {
      type: "decidable",
      assess({ context }) {
        const actual = valueAt(context, segments);
        const differences = matchers.flatMap((matcher) => matcher.explain(actual));
        const [first] = differences;
        if (first === undefined) {
          return { pass: true, message: `${segments.join(".")} is ${showValue(actual)}` };
        }
        return {
          pass: false,
          message: `expected ${segments.join(".")}${first.pointer} to be ${first.expected}, is ${first.actual}`,
          details: alignColumns([
            ["at", "expected", "actual"],
            ...differences.map(({ pointer, expected, actual: found }) => [
              `${segments.join(".")}${pointer}`,
              expected,
              found,
            ]),
          ]),
        };
      },
    };
  },
};
