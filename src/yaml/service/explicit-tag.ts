const prefix = "tag:yaml.org,2002:";

const scalarTags = ["str", "null", "bool", "int", "float", "timestamp", "binary"] as const;

/** A tag that PyYAML's safe loader has a constructor for, where it stands on a scalar. */
export type ExplicitTag = (typeof scalarTags)[number];

/** The tag by its short name; undefined where there is no constructor for it. */
export function explicitTag(tag: string): ExplicitTag | undefined {
  return scalarTags.find((name) => tag === prefix + name);
}

/** Tags that say what a collection is anyway, and the three that make something else of it. */
export type CollectionTag = "map" | "seq" | "set" | "omap" | "pairs";

const collectionTags: readonly CollectionTag[] = ["map", "seq", "set", "omap", "pairs"];

/** The tag of a collection by its short name; undefined for any other. */
export function collectionTag(tag: string): CollectionTag | undefined {
  return collectionTags.find((name) => tag === prefix + name);
}

/** Whether a tag makes a key a merge key. */
export function isMergeTag(tag: string): boolean {
  return tag === `${prefix}merge`;
}
