import { compareSystems, parseGate, preferenceMetric } from "../../src/compare/index.ts";
import { printable } from "../../src/core/text/printable.ts";
import { comparisonReporters } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../outputs.ts";
import { chooseTarget } from "./choose-target.ts";
import type { CompareFlags } from "./compare-flags.ts";
import { checkPairwiseFlags } from "./pairwise/pairwise-flags.ts";
import type { runPairwise as RunPairwise } from "./pairwise/run-pairwise.ts";
import { withPairwise } from "./pairwise/with-pairwise.ts";
import { readAllow } from "./read-allow.ts";
import { readSide } from "./read-side.ts";
import { writeComparison } from "./write-comparison.ts";

/** `flowproof compare`: two systems in, what may be said of them and an exit code out. */
export async function compare(
  named: { readonly a: string; readonly b: string },
  flags: CompareFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read.
  const outputs = parseOutputs(flags.output ?? [], comparisonReporters);
  const reporter = reporterNamed(flags.format, comparisonReporters);
  checkPairwiseFlags(flags);
  const gates = flags.gate?.map(parseGate);
  const allow = readAllow(flags.allow);
  const a = await readSide(named.a, flags.reports, context);
  const b = await readSide(named.b, flags.reports, context);
  const systems = { a: chooseTarget(a), b: chooseTarget(b) };
  const options = { gates, allow, strict: flags.strict === true };
  const plain = compareSystems(systems.a, systems.b, options);
  await ensureOutputFolders(outputs, context.cwd);
  const pairwise =
    flags.pairwise === true ? await askPairwise(plain, { a, b }, { flags, context }) : undefined;
  const comparison =
    pairwise === undefined
      ? plain
      : withPairwise(
          compareSystems(systems.a, systems.b, {
            ...options,
            preference: preferenceMetric(pairwise),
          }),
          pairwise,
        );
  await writeComparison(comparison, { reporter, outputs, sides: { a, b }, flags, context });
  const { exitCode, reason } = comparison;
  if (exitCode !== 0 && flags.quiet !== true) {
    context.stderr(`exit ${exitCode}: ${printable(reason)}\n`);
  }
  return exitCode;
}

/** Models take longer to load than most comparisons to make. */
async function askPairwise(
  ...asked: Parameters<typeof RunPairwise>
): Promise<Awaited<ReturnType<typeof RunPairwise>>> {
  const { runPairwise } = await import("./pairwise/run-pairwise.ts");
  return runPairwise(...asked);
}
