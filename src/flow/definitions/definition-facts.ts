import type { FlowVersion } from "../model/flow.ts";
import type { DefinedAttribute, DefinedValue, Definition } from "./definition.ts";
import { defaultFlowVersion, defaultPrivileges, privilegesByNumber } from "./vocabulary.ts";

/** Which flow of a registry a definition is about. */
export interface DefinedReference {
  /** As it is written: `developer/v1`. */
  readonly text: string;
  /** The name of the flow's folder. */
  readonly reference: string;
  /** Which folders; undefined where that is left out, misspelled, or only known to Ruby. */
  readonly format: FlowVersion | undefined;
  readonly attribute: DefinedAttribute;
}

/** The attribute that names what is defined. */
function referenceAttribute({ kind }: Pick<Definition, "kind">): string {
  return kind === "agent" ? "reference" : "foundational_flow_reference";
}

/** What a definition is called; undefined where it does not say. */
export function referenceOf(definition: Definition): DefinedReference | undefined {
  const attribute = definition.attributes.get(referenceAttribute(definition));
  const text = textOf(attribute);
  if (attribute === undefined || text === undefined || text === "") return undefined;
  const version = textOf(definition.attributes.get("version"));
  if (definition.kind === "agent") {
    return { text, reference: text, format: formatOf(version), attribute };
  }
  const slash = text.lastIndexOf("/");
  const reference = slash < 0 ? text : text.slice(0, slash);
  return { text, reference, format: formatOf(slash < 0 ? "" : text.slice(slash + 1)), attribute };
}

function formatOf(text: string | undefined): FlowVersion | undefined {
  return text === "v1" || text === "experimental" ? text : undefined;
}

/** The text of a value; undefined for anything else. */
export function textOf(value: DefinedValue | undefined): string | undefined {
  return typeof value?.value === "string" ? value.value : undefined;
}

/** Whether an attribute is there and is not nil. What only Ruby knows is there. */
export function isSet({ attributes }: Definition, name: string): boolean {
  const attribute = attributes.get(name);
  return attribute !== undefined && attribute.value !== null;
}

/** The version or constraint that is asked for; undefined where only Ruby knows it, or it is no text. */
export function flowVersionOf(definition: Definition): string | undefined {
  if (!isSet(definition, "flow_version")) return definition.open ? undefined : defaultFlowVersion;
  return textOf(definition.attributes.get("flow_version"));
}

/** A privilege that a definition grants, and where it says so; nowhere for those of the default. */
export interface GrantedPrivilege {
  readonly name: string;
  readonly value: DefinedValue | undefined;
}

/**
 * What sessions of a definition may do: its own privileges, else those that need no approval, else the
 * default. Undefined where that is not known.
 */
export function grantedPrivileges(definition: Definition): readonly GrantedPrivilege[] | undefined {
  if (definition.open) return undefined;
  for (const name of ["agent_privileges", "pre_approved_agent_privileges"]) {
    const attribute = definition.attributes.get(name);
    if (attribute === undefined || attribute.value === null) continue;
    const { items } = attribute;
    if (items === undefined) return undefined;
    if (items.length > 0) return namedPrivileges(items);
  }
  return defaultPrivileges.map((name) => ({ name, value: undefined }));
}

function namedPrivileges(items: readonly DefinedValue[]): readonly GrantedPrivilege[] | undefined {
  const granted = items.flatMap((value) => {
    const name = privilegeOf(value);
    return name === undefined ? [] : [{ name, value }];
  });
  return granted.length === items.length ? granted : undefined;
}

/** A privilege by its number or its name, in small letters; undefined where there is no such one. */
export function privilegeOf({ value }: DefinedValue): string | undefined {
  if (typeof value === "number") return privilegesByNumber.get(value);
  const name = typeof value === "string" ? value.toLowerCase() : undefined;
  return [...privilegesByNumber.values()].find((each) => each === name);
}
