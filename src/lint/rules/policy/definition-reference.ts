import { didYouMean } from "../../../core/text/suggest.ts";
import {
  type DefinedAttribute,
  type Definition,
  type Definitions,
  referenceOf,
  textOf,
} from "../../../flow/index.ts";
import { isFromCatalog } from "../../definitions/catalog-items.ts";
import { nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { DefinitionsInput } from "../../definitions/known-definitions.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionReference: LintRule = {
  id: "definition-reference",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "requires references that are well formed, that nobody else has, and that name a flow",
    rationale:
      "The reference is how GitLab asks the service for a flow: the name of its folder, and whether it is of `v1` or `experimental`, which flows write behind a slash and agents as their `version`. The service looks for exactly this folder and ends the session where there is none. Of two definitions with one reference, id or catalog item, GitLab finds the first. References are looked up in `registries.flows` where these hold flows at all; agents of the AI Catalog need not be there before they are fetched.",
    repair: "write small letters, digits and underscores, beginning with a letter",
  },
  checkDefinitions(input) {
    return input.file.definitions.flatMap((definition) => [
      ...malformed(definition, input.file),
      ...taken(definition, input),
      ...unregistered(definition, input),
    ]);
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - { id: 1, reference: Harbor-Master, version: v1, name: Harbor, description: Watches }
  - { id: 1, reference: helper, version: v2, name: Helper, description: Helps }
flows:
  - foundational_flow_reference: dredge
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
`,
        reports: [
          ["definition-reference", 2],
          ["definition-reference", 3],
          ["definition-reference", 3],
          ["definition-reference", 5],
        ],
      },
      {
        about: "The folder is called otherwise",
        path: "flows/definitions.yml",
        yaml: `agents:
  - { id: 1, reference: helpr, version: v1, name: Helper, description: Helps }
`,
        beside: { "flows/helper/1.0.0.yml": "environment: chat\n" },
        reports: [["definition-reference", 2]],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - { id: 1, reference: chat, version: "", name: Chat, description: Is no flow }
  - { id: 2, reference: helper, version: v1, name: Helper, description: Helps }
  - id: 3
    reference: planner
    version: v1
    name: Planner
    description: Comes from the catalog
    global_catalog_id: 348
`,
        beside: { "flows/helper/1.0.0.yml": "environment: chat\n" },
      },
    ],
  },
};

function malformed(definition: Definition, file: Definitions): readonly Finding[] {
  const named = referenceOf(definition);
  if (named === undefined) return [];
  const { text, attribute, reference, format } = named;
  const findings: Finding[] = [];
  const spot = valueSpot(file, attribute);
  if (!/^[a-z][a-z0-9_]*$/.test(reference)) {
    findings.push({ ...spot, message: `"${reference}" cannot be the name of a flow's folder` });
  }
  if (definition.kind === "flow" && format === undefined) {
    const message = `"${text}" does not say which format the flow has`;
    findings.push({ ...spot, message, hint: `write "${reference.split("/")[0] ?? ""}/v1"` });
  }
  const version = definition.attributes.get("version");
  const value = textOf(version);
  if (definition.kind === "agent" && version !== undefined && value !== undefined) {
    const message = `an agent's "version" is v1, experimental or empty, not "${value}"`;
    const hint = `write v1; which version of the flow is meant says "flow_version"`;
    if (!["", "v1", "experimental"].includes(value)) {
      findings.push({ ...valueSpot(file, version), message, hint });
    }
  }
  return findings;
}

/** What two definitions cannot have in common. */
const unique: readonly string[] = [
  "reference",
  "foundational_flow_reference",
  "id",
  "global_catalog_id",
];

/** Files in Ruby belong together; what YAML says may be a copy of it. */
function taken(definition: Definition, { file, known }: DefinitionsInput): readonly Finding[] {
  const files = known.files.some((each) => each.file === file.file)
    ? known.files.filter(({ language, broken }) => language === file.language && !broken)
    : [file];
  const all = files.flatMap((each) => {
    return each.definitions.map((other) => ({ other, where: each.file }));
  });
  return unique.flatMap((name): readonly Finding[] => {
    const attribute = definition.attributes.get(name);
    const value = attribute?.value;
    if (attribute === undefined || (typeof value !== "string" && typeof value !== "number")) {
      return [];
    }
    const first = all.find(({ other }) => {
      return other.kind === definition.kind && other.attributes.get(name)?.value === value;
    });
    if (first === undefined || isSame(first.other, definition, first.where === file.file))
      return [];
    return [{ ...valueSpot(file, attribute), ...takenBy(attribute, first, file) }];
  });
}

/** The file may have been read twice. */
function isSame(other: Definition, definition: Definition, inSameFile: boolean): boolean {
  return inSameFile && other.at.join() === definition.at.join();
}

function takenBy(
  { name, value }: DefinedAttribute,
  { other, where }: { readonly other: Definition; readonly where: string },
  file: Definitions,
): Pick<Finding, "message" | "hint"> {
  const place = where === file.file ? `line ${other.range.start.line}` : where;
  const message = `${nameOf(other)} (${place}) has the same "${name}", ${JSON.stringify(value)}`;
  return { message, hint: "give one of them another, or remove it" };
}

function unregistered(
  definition: Definition,
  { file, known }: DefinitionsInput,
): readonly Finding[] {
  const named = referenceOf(definition);
  const { references } = known.flows;
  if (named?.format === undefined || references.length === 0) return [];
  const { reference, attribute } = named;
  if (references.includes(reference) || isFromCatalog(definition, known.lock)) return [];
  const message = `no registry has a flow "${reference}"`;
  return [{ ...valueSpot(file, attribute), message, hint: didYouMean(reference, references) }];
}
