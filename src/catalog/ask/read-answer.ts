import type { JsonObject } from "../../core/json.ts";
import type { CatalogItem, CatalogVersion, ItemKind } from "../catalog-item.ts";
import { objectAt, required, textAt } from "./fields.ts";

const kinds: Readonly<Record<string, ItemKind>> = {
  AGENT: "agent",
  FLOW: "flow",
  THIRD_PARTY_FLOW: "third_party_flow",
};

/** @throws GitLabError GITLAB_RESPONSE_UNREADABLE */
export function readItem(answer: JsonObject, purpose: string): CatalogItem {
  const type = textAt(answer, "itemType") ?? "";
  const latestReleased = objectAt(answer, "latestReleased");
  const latest = objectAt(answer, "latest");
  return {
    id: required(textAt(answer, "id"), "id", purpose),
    kind: required(kinds[type], `type that is known, but "${type}"`, purpose),
    name: required(textAt(answer, "name"), "name", purpose),
    description: textAt(answer, "description") ?? "",
    visibility: readVisibility(answer),
    foundational: answer["foundational"] === true,
    foundationalReference:
      textAt(answer, "foundationalAgentReference") ?? textAt(answer, "foundationalFlowReference"),
    project: textAt(objectAt(answer, "project") ?? {}, "fullPath"),
    latestReleased: latestReleased && readVersion(latestReleased, purpose),
    latest: latest && readVersion(latest, purpose),
  };
}

/** Older instances know public and private only. */
function readVisibility(answer: JsonObject): CatalogItem["visibility"] {
  const { visibility } = answer;
  if (visibility === "PUBLIC") return "public";
  if (visibility === "RESTRICTED") return "restricted";
  if (visibility === "PRIVATE") return "private";
  return answer["public"] === true ? "public" : "private";
}

/** @throws GitLabError GITLAB_RESPONSE_UNREADABLE */
export function readVersion(answer: JsonObject, purpose: string): CatalogVersion {
  const name =
    textAt(answer, "versionName") ??
    /^v?([^-]+)/.exec(textAt(answer, "humanVersionName") ?? "")?.[1];
  return {
    id: required(textAt(answer, "id"), "id of a version", purpose),
    name: required(name, "name of a version", purpose),
    released: answer["released"] === true,
    releasedAt: textAt(answer, "releasedAt"),
    deprecated: answer["deprecated"] === true,
    definition: textAt(answer, "definition") ?? textAt(answer, "externalDefinition"),
  };
}
