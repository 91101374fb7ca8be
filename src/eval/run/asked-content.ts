import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { Mocks } from "../../tools/index.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";

/** Everything that decides what a case asks and what must come of it, whatever the system that is asked. */
export function askedContent(suite: Suite, testCase: SuiteCase): JsonObject {
  return {
    case: trialSource(testCase),
    suite: framing(suite),
    answers: answersOf(testCase.mocks),
    ...(Object.keys(testCase.fakes.block).length === 0 ? {} : { fakes: testCase.fakes.block }),
    context: plainJson(testCase.context),
    limits: { ...testCase.limits },
  };
}

/** What says how often a case runs, how its result counts and how it is found: no trial depends on it. */
const aroundTrials: ReadonlySet<string> = new Set([
  "critical",
  "description",
  "quarantine",
  "require",
  "tags",
  "trials",
]);

function trialSource({ source }: SuiteCase): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !aroundTrials.has(key)));
}

/** What a suite says for all of its cases; names and descriptions change nothing. */
function framing({ source }: Suite): JsonValue {
  const { tools, context, unmocked, limits, canaries, inject } = source;
  const safety =
    canaries === undefined && inject === undefined ? [] : [canaries ?? null, inject ?? null];
  return [tools ?? null, context ?? null, unmocked ?? null, limits ?? null, ...safety];
}

/** Answers as they were read, also from files. */
function answersOf(mocks: Mocks): JsonValue {
  return Object.fromEntries(
    [...mocks].map(([tool, { rules }]) => [tool, rules.map(({ answer }) => answer.content)]),
  );
}

/** Without what is undefined, which JSON does not have. */
function plainJson(value: object): JsonValue {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}
