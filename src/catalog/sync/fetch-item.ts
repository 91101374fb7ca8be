import { AppError } from "../../core/errors/app-error.ts";
import type { GitLabClient } from "../../gitlab/index.ts";
import { askConfig } from "../ask/ask-config.ts";
import { askItem } from "../ask/ask-item.ts";
import { askVersions } from "../ask/ask-versions.ts";
import type { CatalogItem, ItemKind } from "../catalog-item.ts";
import { itemNumber } from "../item-number.ts";
import type { FetchRequest } from "./fetch-request.ts";
import type { FetchedConfig, FetchedItem } from "./fetched-config.ts";
import { isPlaceholder } from "./is-placeholder.ts";
import { referenceOf } from "./reference-of.ts";
import { selectVersions, type VersionWish } from "./select-versions.ts";

export interface ItemFetch {
  readonly client: GitLabClient;
  readonly signal?: AbortSignal | undefined;
  /** What is fetched: `flow` includes the flows of third parties. */
  readonly kind: "agent" | "flow";
  /** By the reference of the item. */
  readonly wishFor: (reference: string) => VersionWish;
}

/** Asks an instance for one item and the texts of the versions that are wanted. @throws AppError */
export async function fetchItem(request: FetchRequest, fetch: ItemFetch): Promise<FetchedItem> {
  const { client, signal } = fetch;
  const item = await askItem(request.id, client, signal);
  checkKind(item, fetch.kind);
  const reference = request.reference ?? referenceOf(item);
  const chosen = await selectVersions(item, fetch.wishFor(reference), () => {
    return askVersions(item.id, client, signal);
  });
  const configs: FetchedConfig[] = [];
  for (const { version, constraint } of chosen) {
    const text = await askConfig(item, version, { client, signal });
    if (item.kind === "flow" && isPlaceholder(text)) throw placeholder(reference, item);
    configs.push({ version, text, constraint });
  }
  return { reference, item, configs };
}

const commands: Readonly<Record<ItemKind, string>> = {
  agent: "fetch-foundational-agents",
  flow: "fetch-foundational-flows",
  third_party_flow: "fetch-foundational-flows",
};

function checkKind(item: CatalogItem, wanted: ItemFetch["kind"]): void {
  if ((item.kind === "agent") === (wanted === "agent")) return;
  const what = item.kind === "agent" ? "an agent" : "a flow";
  const number = itemNumber(item.id);
  throw new AppError("CATALOG_OTHER_KIND", `item ${number} ("${item.name}") is ${what}`, {
    hint: `fetch it with ${commands[item.kind]}`,
  });
}

function placeholder(reference: string, item: CatalogItem): AppError {
  const known = item.foundationalReference ?? reference;
  const number = itemNumber(item.id);
  return new AppError(
    "CATALOG_PLACEHOLDER",
    `item ${number} ("${item.name}") stands for a foundational flow and holds none`,
    {
      hint: `the real flow "${known}" is in the flow registry of the Duo Workflow Service: duo_workflow_service/agent_platform/${known.split("/")[1] ?? "v1"}/flows/configs/${known.split("/")[0] ?? reference}`,
    },
  );
}
