import type { Kind } from "../../core/locate.ts";

/** How tools name a merge request. */
export const mergeRequestKind: Kind = {
  key: "merge_request_iid",
  segments: ["merge_requests"],
  label: "Merge Request",
  noun: "merge request",
};
