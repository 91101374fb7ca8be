import { isPyList } from "../../core/python/py-value.ts";
import type { ComponentBase, PromptingComponent } from "../model/component-base.ts";
import type { StateTarget } from "../model/io-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { readCompaction } from "./read-compaction.ts";
import { readInputs } from "./read-inputs.ts";
import { readToolset } from "./read-toolset.ts";

/** A component's mapping, ready to be read as one of the types. */
export interface ComponentSource {
  readonly node: ConfigNode;
  readonly fields: FieldReader;
  /** For messages: `component "planner"`. */
  readonly owner: string;
}

export function componentSource(node: ConfigNode, owner: string): ComponentSource {
  return { node, owner, fields: new FieldReader(node, { owner, missing: "E60", wrong: "E61" }) };
}

/** What may differ between types of components in what they have in common. */
export interface BaseOptions {
  readonly events: readonly string[];
  readonly defaultEvents?: readonly string[];
  readonly targets?: readonly StateTarget[];
  readonly nullableInputs?: boolean;
}

/** The fields of every component. */
export function readBase(source: ComponentSource, options: BaseOptions): ComponentBase {
  const { node, fields, owner } = source;
  const { events, defaultEvents, targets, nullableInputs } = options;
  return {
    ...node.located,
    name: typeof node.child("name").value === "string" ? fields.text("name") : wrongName(source),
    inputs: readInputs(node, {
      owner,
      ...(targets && { targets }),
      ...(nullableInputs === true && { nullable: true }),
    }),
    toolset: readToolset(node, owner),
    modelTags: readModelTags(source),
    uiLogEvents: fields.texts("ui_log_events", {
      choices: events,
      ...(defaultEvents && { fallback: defaultEvents }),
    }),
  };
}

/** A missing name breaks a rule of its own, which is told where the type is read. */
function wrongName({ node, fields }: ComponentSource): string {
  const name = node.child("name");
  if (name.exists) fields.wrong(name, "a text");
  return "";
}

/** The fields of the components that call a model. */
export function readPrompting(source: ComponentSource, options: BaseOptions): PromptingComponent {
  const { node, fields, owner } = source;
  const base = readBase(source, options);
  if (!node.child("toolset").exists && !node.child("tool_name").exists) fields.missing("toolset");
  const version = fields.optionalText("prompt_version");
  reportReserved(source);
  return {
    ...base,
    promptId: fields.text("prompt_id"),
    promptVersion: version === "" ? undefined : version,
    compaction: readCompaction(node, owner),
  };
}

/** A field of the service's own that, unlike its others, a config can set, and never rightly. */
export function reportReserved({ node, owner }: ComponentSource): void {
  const reserved = node.child("internal_event_client");
  if (!reserved.exists) return;
  const message = `${owner} sets "internal_event_client", which the service keeps for itself`;
  reserved.reportKey({ rule: "E61", message, hint: "remove it" });
}

/** Experimental components do not know either of the two. */
function readModelTags({ node, fields }: ComponentSource): readonly string[] {
  if (node.source.version === "experimental") return [];
  const size = fields.optionalText("model_size_preference");
  const tags = node.child("model_tags");
  if (isPyList(tags.value)) return orSize(fields.texts("model_tags"), size);
  if (typeof tags.value === "string") return orSize(tags.value === "" ? [] : [tags.value], size);
  if (tags.exists && tags.value !== null) fields.wrong(tags, "a text or a list of texts");
  return orSize([], size);
}

function orSize(tags: readonly string[], size: string | undefined): readonly string[] {
  return tags.length === 0 && size !== undefined && size !== "" ? [size] : tags;
}
