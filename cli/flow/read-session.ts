import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import type { ErrorCode } from "../../src/core/errors/codes/index.ts";
import type { JsonObject } from "../../src/core/json.ts";
import { sessionOf, sessionProblems } from "../../src/eval/index.ts";
import type { Flow } from "../../src/flow/index.ts";
import { validateFormat } from "../../src/schema/index.ts";
import { catalogToolNames, type Mocks } from "../../src/tools/index.ts";
import type { RunInputFlags } from "./flow-flags.ts";

/** What the flags say about a session, as a suite's `target:` would say it. */
export interface GivenSession {
  readonly block: JsonObject;
}

/** The flag for each key of a suite's target. */
const flagOf: Readonly<Record<string, string>> = {
  privileges: "--privileges",
  pre_approved_privileges: "--pre-approved",
  mcp_tools: "--mcp-tools",
  denied_tools: "--denied-tools",
};

/**
 * Reads what the session allows and offers.
 *
 * @throws AppErrors CLI_USAGE for every name that is none.
 */
export async function readSession(flags: RunInputFlags): Promise<GivenSession> {
  const { privileges, preApproved, mcpTools, deniedTools, feature } = flags;
  const block: JsonObject = {
    ...(privileges === undefined ? {} : { privileges }),
    ...(preApproved === undefined ? {} : { pre_approved_privileges: preApproved }),
    ...(mcpTools === undefined ? {} : { mcp_tools: mcpTools }),
    ...(deniedTools === undefined ? {} : { denied_tools: deniedTools }),
    ...(feature === undefined ? {} : { features: feature }),
  };
  const target = { flow: "f", ...block };
  const problems = await validateFormat("suite", { suite: "s", target, cases: [{ id: "c" }] });
  const own = problems.filter(({ path }) => path[0] === "target");
  throwAll(own.map(({ path, ...problem }) => error("CLI_USAGE", path[1], problem)));
  return { block };
}

/**
 * The session, once the tools are known.
 *
 * @throws AppErrors for every tool that does not exist, and for approvals of what is not allowed.
 */
export function openSession(
  { block }: GivenSession,
  { flow, mocks }: { readonly flow: Flow; readonly mocks: Mocks },
): ReturnType<typeof sessionOf> {
  const problems = sessionProblems(block, {
    existing: [...new Set([...catalogToolNames, ...mocks.keys()])],
    listed: flow.components.flatMap(({ toolset }) => toolset.map(({ tool }) => tool)),
  });
  throwAll(problems.map(({ path: [key], code, ...problem }) => error(code, key, problem)));
  return sessionOf(block);
}

function error(
  code: ErrorCode,
  key: string | number | undefined,
  { message, hint }: { readonly message: string; readonly hint?: string | undefined },
): AppError {
  return new AppError(code, `${flagOf[String(key)] ?? "--feature"}: ${message}`, { hint });
}
