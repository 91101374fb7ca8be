import { printable } from "../core/text/printable.ts";
import { type Paint, terminalTable } from "../format/index.ts";
import type { CoveredParts, FlowCoverage } from "../record/index.ts";

/** What a run went through in each flow, and below it the names of what it did not. */
export function coverageTable(coverage: readonly FlowCoverage[], paint: Paint): string {
  const share = ({ reached, total }: CoveredParts): string => {
    const text = total === 0 ? "–" : `${reached}/${total}`;
    return reached === total ? text : paint("yellow", text);
  };
  const rows = coverage.map(({ flow, version, components, routes, tools }) => [
    printable(nameOf({ flow, version })),
    share(components),
    share(routes),
    share(tools),
  ]);
  const columns = [
    { title: "coverage of the flow" },
    ...["components", "routes", "tools"].map((title) => ({ title, align: "right" as const })),
  ];
  const missing = coverage.flatMap((each) => {
    const isOnly = coverage.filter(({ flow }) => flow === each.flow).length === 1;
    return missingLines(each, isOnly ? each.flow : nameOf(each));
  });
  return [terminalTable(columns, rows), ...missing].join("\n");
}

function nameOf({ flow, version }: Pick<FlowCoverage, "flow" | "version">): string {
  return version === "" ? flow : `${flow} ${version}`;
}

function missingLines(
  { components, routes, tools }: FlowCoverage,
  name: string,
): readonly string[] {
  const kinds = { components, routes, tools };
  return Object.entries(kinds)
    .filter(([, { missing }]) => missing.length > 0)
    .map(([kind, { missing }]) => printable(`${name}: ${kind} not reached: ${missing.join(", ")}`));
}
