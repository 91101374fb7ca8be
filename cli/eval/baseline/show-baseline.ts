import { wilsonInterval } from "../../../src/compare/index.ts";
import { jsonDocument } from "../../../src/core/text/json-document.ts";
import { printable } from "../../../src/core/text/printable.ts";
import { terminalTable } from "../../../src/format/index.ts";
import type { BaselineFile } from "../../../src/record/index.ts";
import { count, kindOf, rate } from "../../../src/report/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import type { ShowBaselineFlags } from "./baseline-flags.ts";
import { readBaselineFile } from "./read-baseline-file.ts";

/** `flowproof eval baseline show`: what a committed file holds. */
export async function showBaseline(
  file: string,
  flags: ShowBaselineFlags,
  context: CliContext,
): Promise<ExitCode> {
  const baseline = await readBaselineFile(file, context);
  context.stdout(
    flags.format === "json"
      ? jsonDocument(baseline)
      : baselineSummary(baseline, flags.verbose === true),
  );
  return exitCode.ok;
}

function baselineSummary(baseline: BaselineFile, verbose: boolean): string {
  const { run, at, target, labels, suites, cases } = baseline;
  const kind = kindOf(labels);
  const older = cases.filter((each) => each.run !== undefined).length;
  const table = terminalTable(
    [
      { title: "suite" },
      { title: "flow" },
      { title: "model" },
      { title: "cases", align: "right" },
      { title: "pass", align: "right" },
      { title: "pass rate (95 % interval)" },
    ],
    suites.map((suite) => suiteRow(suite, cases)),
  );
  const lines = cases.map(({ suite, case: name, outcome, trials, run: from }) => {
    const since = from === undefined ? "" : `, from run ${from}`;
    return printable(
      `${outcome}  ${suite} › ${name}  ${trials.passed} of ${count(trials.of, "trial")}${since}`,
    );
  });
  const blocks = [
    printable(`${target} · run ${run} · ${at}${kind === undefined ? "" : ` · ${kind}`}`),
    table,
    ...(verbose && lines.length > 0 ? [lines.join("\n")] : []),
    ...(older === 0 ? [] : [`${count(older, "case")} kept from earlier runs`]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function suiteRow(
  { suite, flow, version, agentModel }: BaselineFile["suites"][number],
  cases: BaselineFile["cases"],
): string[] {
  const own = cases.filter((each) => each.suite === suite);
  const passed = own.filter(({ outcome }) => outcome === "pass").length;
  const interval = wilsonInterval(passed, own.length);
  const passRate = interval && { value: passed / own.length, ...interval };
  const what = version === "" ? flow : `${flow} ${version}`;
  return [
    printable(suite),
    printable(what),
    printable(agentModel),
    String(own.length),
    String(passed),
    rate(passRate),
  ];
}
