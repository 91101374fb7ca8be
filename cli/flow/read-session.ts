import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import type { JsonObject } from "../../src/core/json.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import { sessionOf, sessionProblems } from "../../src/eval/index.ts";
import type { Flow } from "../../src/flow/index.ts";
import { type Mocks, privilegeNames, type ToolCatalog } from "../../src/tools/index.ts";
import type { RunInputFlags } from "./flow-flags.ts";

/** The flag for each key of a suite's target. */
const flagOf: Readonly<Record<string, string>> = {
  privileges: "--privileges",
  pre_approved_privileges: "--pre-approved",
  mcp_tools: "--mcp-tools",
  denied_tools: "--denied-tools",
};

/**
 * What the flags say about a session, as a suite's `target:` would say it.
 *
 * @throws AppErrors CLI_USAGE for every name of a privilege that is none.
 */
export async function readSession(flags: RunInputFlags): Promise<JsonObject> {
  const { privileges, preApproved, mcpTools, deniedTools, feature } = flags;
  throwAll([
    ...unknownPrivileges("privileges", privileges),
    ...unknownPrivileges("pre_approved_privileges", preApproved),
  ]);
  return {
    ...(privileges === undefined ? {} : { privileges }),
    ...(preApproved === undefined ? {} : { pre_approved_privileges: preApproved }),
    ...(mcpTools === undefined ? {} : { mcp_tools: mcpTools }),
    ...(deniedTools === undefined ? {} : { denied_tools: deniedTools }),
    ...(feature === undefined ? {} : { features: feature }),
  };
}

/**
 * The session, once the tools are known.
 *
 * @throws AppErrors for every tool that does not exist, and for approvals of what is not allowed.
 */
export function openSession(
  block: JsonObject,
  {
    flow,
    mocks,
    catalog,
  }: { readonly flow: Flow; readonly mocks: Mocks; readonly catalog: ToolCatalog },
): ReturnType<typeof sessionOf> {
  const problems = sessionProblems(block, {
    existing: [...new Set([...catalog.names, ...mocks.keys()])],
    listed: flow.components.flatMap(({ toolset }) => toolset.map(({ tool }) => tool)),
  });
  throwAll(
    problems.map(({ path: [key], code, message, hint }) => {
      const own = code === "TOOL_UNKNOWN" ? code : "CLI_USAGE";
      return new AppError(own, `${flagOf[key] ?? key}: ${message}`, { hint });
    }),
  );
  return sessionOf(block);
}

function unknownPrivileges(key: string, names: readonly string[] = []): readonly AppError[] {
  return names
    .filter((name) => !privilegeNames.includes(name))
    .map((name) => {
      const message = `${flagOf[key] ?? key}: there is no privilege "${name}"`;
      return new AppError("CLI_USAGE", message, { hint: didYouMean(name, privilegeNames) });
    });
}
