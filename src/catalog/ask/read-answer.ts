import type { JsonObject } from "../../core/json.ts";
import type { CatalogItem, CatalogVersion, ItemKind } from "../catalog-item.ts";
import { objectAt, required, textAt } from "./fields.ts";

const kinds: ReadonlyMap<string, ItemKind> = new Map([
  ["AGENT", "agent"],
  ["FLOW", "flow"],
  ["THIRD_PARTY_FLOW", "third_party_flow"],
]);

// What becomes the name of a file or stands in a lock is as GitLab makes it, or it is not taken.
const itemId = /^gid:\/\/gitlab\/Ai::Catalog::Item\/\d{1,19}$/;
const versionId = /^gid:\/\/gitlab\/Ai::Catalog::ItemVersion\/\d{1,19}$/;
const versionName = /^\d{1,15}\.\d{1,15}\.\d{1,15}$/;
const time = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)$/;
/** GitLab takes 255 characters. */
const someName = /^.{1,1000}$/su;

/** @throws GitLabError GITLAB_RESPONSE_UNREADABLE */
export function readItem(answer: JsonObject, purpose: string): CatalogItem {
  const type = textAt(answer, "itemType") ?? "";
  const latestReleased = objectAt(answer, "latestReleased");
  const latest = objectAt(answer, "latest");
  const project = objectAt(answer, "project") ?? {};
  return {
    id: required(matching(itemId, textAt(answer, "id")), "id of an item", purpose),
    kind: required(kinds.get(type), `type that is known, but "${type}"`, purpose),
    name: required(matching(someName, textAt(answer, "name")), "name of sane length", purpose),
    description: textAt(answer, "description") ?? "",
    visibility: readVisibility(answer),
    foundational: answer["foundational"] === true,
    foundationalReference:
      textAt(answer, "foundationalAgentReference") ?? textAt(answer, "foundationalFlowReference"),
    project: textAt(project, "fullPath"),
    projectId: textAt(project, "id"),
    latestReleased: latestReleased && readVersion(latestReleased, purpose),
    latest: latest && readVersion(latest, purpose),
  };
}

function matching(form: RegExp, text: string | undefined): string | undefined {
  return text !== undefined && form.test(text) ? text : undefined;
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
    id: required(matching(versionId, textAt(answer, "id")), "id of a version", purpose),
    name: required(matching(versionName, name), "version named like 1.2.0", purpose),
    released: answer["released"] === true,
    releasedAt: matching(time, textAt(answer, "releasedAt")),
    deprecated: answer["deprecated"] === true,
    definition: textAt(answer, "definition") ?? textAt(answer, "externalDefinition"),
  };
}
