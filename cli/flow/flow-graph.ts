import { AppError } from "../../src/core/errors/app-error.ts";
import { flowMermaid, flowVisits } from "../../src/flow/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { findFlow } from "./find-flow.ts";
import { findRun } from "./find-run.ts";
import type { FlowGraphFlags } from "./flow-flags.ts";
import { openFlowWorld } from "./flow-world.ts";
import { recordedRoutes } from "./recorded-routes.ts";
import { sayNotices } from "./say.ts";

/** `flowproof flow graph`: a flow as a Mermaid diagram, with what a run went through. */
export async function flowGraph(
  ref: string,
  flags: FlowGraphFlags,
  context: CliContext,
): Promise<ExitCode> {
  if (flags.record === undefined && (flags.case ?? flags.trial) !== undefined) {
    throw new AppError("CLI_USAGE", "--case and --trial select from a record, and none is named", {
      hint: "name a run: --record latest",
    });
  }
  const { resolved, notices } = await findFlow(ref, await openFlowWorld(context));
  sayNotices(notices, flags, context);
  const { flow } = resolved;
  if (flags.record === undefined) {
    context.stdout(flowMermaid(flow));
    return exitCode.ok;
  }
  const record = await findRun(flags.record, flags.reports, context);
  const routes = recordedRoutes({ record, resolved, flags, cwd: context.cwd });
  const visits = flowVisits(flow, routes);
  const changed = visits.strangers.map(
    (name) => `the record went through "${name}", which this flow does not have`,
  );
  sayNotices(changed, flags, context);
  context.stdout(flowMermaid(flow, visits));
  return exitCode.ok;
}
