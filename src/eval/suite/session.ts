import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { suggest } from "../../core/text/suggest.ts";
import type { FeatureFlag, RunOptions } from "../../engine/index.ts";
import { listOf } from "../check/list-of.ts";
import { featureFlags } from "./session-schema.ts";

/** What a session allows its agents, and what it offers them besides their flow. */
export type TargetSession = Pick<
  RunOptions,
  "privileges" | "mcpTools" | "deniedTools" | "features" | "chat"
>;

/** The session that a `target:` block describes. */
export function sessionOf(block: JsonValue | undefined): TargetSession {
  if (!isJsonObject(block)) return {};
  const {
    privileges,
    pre_approved_privileges: approved,
    mcp_tools: mcp,
    denied_tools: denied,
    features,
  } = block;
  return {
    ...(privileges === undefined
      ? {}
      : { privileges: { enabled: textsOf(privileges), preApproved: textsOf(approved) } }),
    ...(mcp === undefined ? {} : { mcpTools: textsOf(mcp) }),
    ...(denied === undefined ? {} : { deniedTools: textsOf(denied) }),
    ...(features === undefined ? {} : { features: textsOf(features).filter(isFeatureFlag) }),
  };
}

/** What is wrong at a place of a `target:` block. */
export interface SessionProblem {
  readonly path: readonly [key: string, index: number];
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** The tools that a session's names are looked up in. */
export interface SessionTools {
  /** Those of the catalog and those that mocks declare: what can be offered. */
  readonly existing: readonly string[];
  /** Those that the flow lists, whether they exist or not. */
  readonly listed: readonly string[];
}

/** What no schema can tell of a session: names that nothing has, approvals of what is not allowed. */
export function sessionProblems(
  block: JsonObject,
  { existing, listed }: SessionTools,
): readonly SessionProblem[] {
  const enabled = textsOf(block["privileges"]);
  const deniable = [...existing, ...listed, ...textsOf(block["mcp_tools"])];
  return [
    ...problemsOf(block, "pre_approved_privileges", (name) =>
      enabled.includes(name) ? undefined : notEnabled(name, enabled),
    ),
    ...problemsOf(block, "mcp_tools", (name) =>
      existing.includes(name) ? undefined : unknownTool(name, existing, declare(name)),
    ),
    ...problemsOf(block, "denied_tools", (name) =>
      deniable.includes(name) ? undefined : unknownTool(name, deniable, whatCanBeDenied),
    ),
  ];
}

const whatCanBeDenied = "name a tool of the catalog, of the flow or of the mocks";

function declare(name: string): string {
  return `a mock says what a tool of your own takes: ${name}: { schema: { q: string }, returns: … }`;
}

type Finding = Omit<SessionProblem, "path">;

function problemsOf(
  block: JsonObject,
  key: string,
  find: (name: string) => Finding | undefined,
): readonly SessionProblem[] {
  return listOf(block[key]).flatMap((name, index) => {
    const finding = typeof name === "string" ? find(name) : undefined;
    return finding === undefined ? [] : [{ path: [key, index], ...finding }];
  });
}

function notEnabled(name: string, enabled: readonly string[]): Finding {
  const why = enabled.length === 0 ? "without privileges nothing asks for approval; " : "";
  return {
    code: "EVAL_PRIVILEGES_INVALID",
    message: `"${name}" is approved beforehand, but it is not among the privileges`,
    hint: `${why}name it there too, or remove it here`,
  };
}

function unknownTool(name: string, known: readonly string[], otherwise: string): Finding {
  const near = suggest(name, known);
  return {
    code: "TOOL_UNKNOWN",
    message: `there is no tool "${name}"`,
    hint: near === undefined ? otherwise : `did you mean "${near}"?`,
  };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter((name) => typeof name === "string");
}

function isFeatureFlag(name: string): name is FeatureFlag {
  return featureFlags.includes(name);
}
