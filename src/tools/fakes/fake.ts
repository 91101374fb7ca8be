import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { ToolInvocation, ToolOutcome } from "../tool-runtime.ts";

/** A request that the service would have made of an instance of GitLab. */
export interface ApiRequest {
  readonly method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
  /** From the instance's address, with its query: `/api/v4/projects/shop%2Fweb/issues/7`. */
  readonly path: string;
  /** What is sent; left out where nothing is. */
  readonly body?: JsonValue;
}

/** A small stand-in for a system that tools work on. It belongs to one trial, and changes with it. */
export interface Fake {
  /** Names of the tools that it answers, sorted. */
  readonly tools: readonly string[];
  /**
   * Answers a call whose arguments fit the tool's schema; undefined for what the fake cannot know, as
   * the output of a command that nobody gave. What an agent asks is never a defect: it gets an error to read.
   */
  call(invocation: ToolInvocation): ToolOutcome | undefined;
  /** What there is now, as plain data in the shape of its seed, for checks to look at. */
  state(): JsonObject;
  /** What the calls so far would have asked of GitLab, in order. */
  readonly requests: readonly ApiRequest[];
}
