/** What an item of the catalog can be; newer instances have kinds that are none of its rows. */
export const itemKinds = ["agent", "flow", "third_party_flow"] as const;

/** What an item of the catalog is. */
export type ItemKind = (typeof itemKinds)[number];

/** A version of an item, as the instance describes it. */
export interface CatalogVersion {
  /** Global id: `gid://gitlab/Ai::Catalog::ItemVersion/77`. */
  readonly id: string;
  /** `1.2.0`. */
  readonly name: string;
  readonly released: boolean;
  /** ISO 8601; older instances release without a date. */
  readonly releasedAt: string | undefined;
  readonly deprecated: boolean;
  /** The author's text; agents have none, the instance makes theirs when it is asked for. */
  readonly definition: string | undefined;
}

/** An agent or a flow in the catalog of an instance. */
export interface CatalogItem {
  /** Global id: `gid://gitlab/Ai::Catalog::Item/348`. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: string;
  readonly description: string;
  readonly visibility: "private" | "restricted" | "public";
  readonly foundational: boolean;
  /** By which GitLab itself knows it, where it is foundational: `duo_planner`, `code_review/v1`. */
  readonly foundationalReference: string | undefined;
  /** Path of the project that manages it; what GitLab seeds has none. */
  readonly project: string | undefined;
  /** Its global id. */
  readonly projectId: string | undefined;
  readonly latestReleased: CatalogVersion | undefined;
  /** The newest of any state, perhaps a draft. */
  readonly latest: CatalogVersion | undefined;
}
