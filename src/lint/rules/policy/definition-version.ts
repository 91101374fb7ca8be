import {
  constraintReach,
  type DefinedReference,
  type Definition,
  flowVersionOf,
  isSet,
  referenceOf,
  type RegisteredFlow,
  selectVersion,
} from "../../../flow/index.ts";
import { isFromCatalog } from "../../definitions/catalog-items.ts";
import { definitionSpot, nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { DefinitionsInput } from "../../definitions/known-definitions.ts";
import { selectedFlows } from "../../definitions/selected-flows.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionVersion: LintRule = {
  id: "definition-version",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "requires versions that exist, in the folder and the format that the definition names",
    rationale:
      "`flow_version` is a version or a constraint (`^1.0.0`), exactly `1.0.0` where it is left out; the service refuses a session whose version no file satisfies. `v1` and `experimental` name folders, and each holds files whose own `version:` says the same: otherwise the service does not load them. Agents of the AI Catalog have no version to choose, and what a `flow_version_resolver` chooses is not known.",
    repair: "name a version that there is, or add the file",
  },
  checkDefinitions(input) {
    return input.file.definitions.flatMap((definition) => {
      const named = referenceOf(definition);
      if (isFromCatalog(definition, input.known.lock)) return [];
      return [
        ...unreadable(definition, input),
        ...(named === undefined ? [] : notThere(definition, named, input)),
        ...otherFormat(definition, input),
      ];
    });
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    version: v1
    name: Helper
    description: Helps
    flow_version: latest
  - id: 2
    reference: talker
    version: v1
    name: Talker
    description: Talks
    flow_version: ^2.0.0
flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: beta
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: beta
`,
        beside: {
          "flows/talker/1.0.0.yml": "environment: chat\n",
          "flows/dredge/1.1.0.yml": "environment: ambient\n",
          "flows/experimental/ferry/1.0.0.yml": "version: experimental\n",
          "flows/helper/1.0.0.yml": "environment: chat\n",
        },
        reports: [
          ["definition-version", 7],
          ["definition-version", 13],
          ["definition-version", 15],
          ["definition-version", 19],
        ],
      },
      {
        about: "The file does not say what its folder says",
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: beta
`,
        beside: { "flows/dredge/1.0.0.yml": "version: experimental\n" },
        reports: [["definition-version", 2]],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: beta
    flow_version: ^1.1.0
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: beta
    flow_version: 2.0.0-night
`,
        beside: {
          "flows/dredge/1.2.0.yml": "environment: ambient\n",
          "flows/ferry/2.0.0-night.yml": "environment: ambient\n",
        },
      },
    ],
  },
};

/** A text that is no constraint can only be the name of a file, which has digits at its beginning. */
function unreadable(definition: Definition, { file, known }: DefinitionsInput): readonly Finding[] {
  const attribute = definition.attributes.get("flow_version");
  const query = flowVersionOf(definition);
  if (attribute === undefined || query === undefined || attribute.value === null) return [];
  if (constraintReach(query) !== "none") return [];
  const versions = versionsFor(definition, known.flows);
  if (versions.length > 0 ? versions.some(({ version }) => version === query) : /^\d/.test(query)) {
    return [];
  }
  const message = `"${query}" is neither a version nor a constraint`;
  return [{ ...valueSpot(file, attribute), message, hint: "write 1.2.0, ^1.2.0 or ~1.2.0" }];
}

type Flows = DefinitionsInput["known"]["flows"];

function versionsFor(definition: Definition, flows: Flows): readonly RegisteredFlow[] {
  const named = referenceOf(definition);
  return named?.format === undefined ? [] : flows.versionsOf(named.reference, named.format);
}

function notThere(
  definition: Definition,
  { reference, format, attribute }: DefinedReference,
  { file, known }: DefinitionsInput,
): readonly Finding[] {
  const query = flowVersionOf(definition);
  if (format === undefined || query === undefined) return [];
  const versions = versionsFor(definition, known.flows).map(({ version }) => version);
  const [other] = known.flows.versionsOf(reference);
  if (versions.length === 0) {
    if (other === undefined) return [];
    const message = `there is a flow "${reference}" of format ${other.format}, and none of ${format}`;
    const hint = `name the format that it has, or put it where flows of format ${format} lie`;
    return [{ ...valueSpot(file, attribute), message, hint }];
  }
  if (constraintReach(query) === "none" || selectVersion(versions, query).found) return [];
  const written = definition.attributes.get("flow_version");
  const isWritten = written !== undefined && isSet(definition, "flow_version");
  const spot = isWritten ? valueSpot(file, written) : definitionSpot(file, definition);
  const message = isWritten
    ? `no version of "${reference}" satisfies "${query}"`
    : `${nameOf(definition)} has no "flow_version", which means 1.0.0, and there is no such version`;
  return [{ ...spot, message, hint: `there is ${versions.join(", ")}` }];
}

function otherFormat(definition: Definition, input: DefinitionsInput): readonly Finding[] {
  const { file, known } = input;
  return selectedFlows(definition, known).flatMap((registered) => {
    const flow = known.flows.inspect(registered)?.flow;
    // A file that says none is refused for that.
    if (flow?.rangeOf(["version"]) === undefined || flow.version === registered.format) return [];
    const { reference, version, format } = registered;
    const message = `${reference}/${version}.yml says version ${flow.version}, and lies among flows of ${format}`;
    const hint = "correct the file's version, or move it; experimental flows lie in experimental/";
    return [{ ...definitionSpot(file, definition), message, hint }];
  });
}
