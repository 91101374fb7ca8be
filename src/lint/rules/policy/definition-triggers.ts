import { didYouMean } from "../../../core/text/suggest.ts";
import { type DefinedValue, type Definition, eventsByNumber } from "../../../flow/index.ts";
import { valueSpot } from "../../definitions/definition-spot.ts";
import type { DefinitionsInput } from "../../definitions/known-definitions.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionTriggers: LintRule = {
  id: "definition-triggers",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "requires triggers that are events of GitLab, and that the flow supports",
    rationale:
      "`triggers` are the events for which GitLab makes triggers when the flow is switched on. An event that does not exist, such as the `schedule` of the documentation, never starts anything. `supported_events` are the only events for which users may make triggers: all where it is left out or null, none for an empty list; what is a trigger by default has to be among them.",
    repair: "write an event of GitLab",
  },
  checkDefinitions(input) {
    return input.file.definitions
      .filter(({ kind }) => kind === "flow")
      .flatMap((definition) => [
        ...unknownEvents(definition, input),
        ...repeated(definition, input),
        ...unsupported(definition, input),
      ]);
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    triggers: [schedule, mention, 0, 12]
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: ga
    triggers: [asign]
    supported_events: [pipeline_hooks]
  - foundational_flow_reference: tug/v1
    display_name: Tug
    description: Pulls
    feature_maturity: ga
    triggers: [assign]
    supported_events: [pipeline_hooks]
`,
        reports: [
          ["definition-triggers", 6],
          ["definition-triggers", 6],
          ["definition-triggers", 6],
          ["definition-triggers", 11],
          ["definition-triggers", 17],
        ],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    triggers: [mention, assign_reviewer]
    supported_events: null
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: ga
    triggers: []
    supported_events: []
`,
      },
    ],
  },
};

const events = [...eventsByNumber.values()];

/** The event of a number or a name; undefined for others, and for what only Ruby knows. */
function eventOf({ value }: DefinedValue): string | undefined {
  if (typeof value === "number") return eventsByNumber.get(value);
  return events.find((event) => event === value);
}

function itemsOf({ attributes }: Definition, name: string): readonly DefinedValue[] {
  return attributes.get(name)?.items ?? [];
}

function unknownEvents(definition: Definition, { file }: DefinitionsInput): readonly Finding[] {
  const items = ["triggers", "supported_events"].flatMap((name) => itemsOf(definition, name));
  return items.flatMap((item) => {
    const { value } = item;
    if (value === undefined || eventOf(item) !== undefined) return [];
    const hint =
      typeof value === "string" && value !== "schedule"
        ? didYouMean(value, events)
        : `there are ${events.join(", ")}`;
    return [
      { ...valueSpot(file, item), message: `GitLab has no event ${JSON.stringify(value)}`, hint },
    ];
  });
}

function repeated(definition: Definition, { file }: DefinitionsInput): readonly Finding[] {
  const seen = new Set<string>();
  return itemsOf(definition, "triggers").flatMap((item): readonly Finding[] => {
    const event = eventOf(item);
    if (event === undefined) return [];
    if (!seen.has(event)) {
      seen.add(event);
      return [];
    }
    const message = `the trigger "${event}" is listed twice`;
    return [{ ...valueSpot(file, item), severity: "warning", message, hint: "remove one" }];
  });
}

function unsupported(definition: Definition, { file }: DefinitionsInput): readonly Finding[] {
  const supported = definition.attributes.get("supported_events")?.items;
  // One of them may be what only Ruby knows.
  if (supported === undefined || supported.some(({ value }) => value === undefined)) return [];
  const names = new Set(supported.map(eventOf));
  return itemsOf(definition, "triggers").flatMap((item) => {
    const event = eventOf(item);
    if (event === undefined || names.has(event)) return [];
    const message = `the trigger "${event}" is not among the "supported_events"`;
    const hint = `add it to them, or remove the trigger`;
    return [{ ...valueSpot(file, item), message, hint }];
  });
}
