import { isJsonObject, type JsonValue } from "../../../../core/json.ts";
import { isInForce } from "../../../suite/read-quarantine.ts";
import type { SuitePath } from "../../../suite/suite-reader.ts";
import type { SuiteFinding, SuiteRule } from "../../rule/suite-rule.ts";

const suite = (until: string): string =>
  `quarantine: { reason: "the model invents labels, issue 12", until: ${until} }\n`;
const ofCase = (until: string): string =>
  `cases:
  - id: a
    ask: What is wrong with issue 7?
    expect: [called: get_issue]
    quarantine: { reason: issue 12, until: ${until} }
`;

export const expiredQuarantine: SuiteRule = {
  id: "expired-quarantine",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports a quarantine whose last day is over",
    rationale:
      "A quarantine ends on its own, so that no case is forgotten in it: from the day after the last one the case decides again like every other.",
    repair: "remove it if the case is well again, else give it a new last day and a reason",
  },
  check: ({ value, cases, now }) => [
    ...findings(value["quarantine"], ["quarantine"], now),
    ...cases.flatMap(({ source, path }) =>
      findings(source["quarantine"], [...path, "quarantine"], now),
    ),
  ],
  examples: {
    bad: [
      { suite: suite("2026-01-14"), reports: [1] },
      { suite: ofCase("2025-12-31"), reports: [5] },
    ],
    good: [{ suite: suite("2026-01-15") }, { suite: ofCase("2031-12-31") }],
  },
};

function findings(
  quarantine: JsonValue | undefined,
  path: SuitePath,
  now: number | undefined,
): readonly SuiteFinding[] {
  if (now === undefined || !isJsonObject(quarantine)) return [];
  const { reason, until } = quarantine;
  if (typeof reason !== "string" || typeof until !== "string") return [];
  if (isInForce({ reason, until }, now)) return [];
  const message = `the quarantine is over since ${until}: its cases decide again`;
  return [{ path: [...path, "until"], message }];
}
