import { AppError } from "../../core/errors/app-error.ts";
import { type FlowKnowledge, inspectFlow } from "../../flow/index.ts";
import { bundledKnowledge, lintText } from "../../lint/index.ts";
import type { FetchedConfig, FetchedItem, FlowRegistryVersion } from "./fetched-config.ts";

/** How many findings an error names. */
const maxNamed = 3;

export interface CheckSetting {
  readonly format: FlowRegistryVersion;
  readonly knowledge?: FlowKnowledge | undefined;
}

/**
 * What keeps a fetched flow out of a registry: the service would refuse it, or it is of the other format.
 * Flows of third parties are none of the service's.
 */
export function checkConfig(
  { reference, item }: FetchedItem,
  { text, version }: FetchedConfig,
  { format, knowledge = bundledKnowledge }: CheckSetting,
): readonly AppError[] {
  if (item.kind === "third_party_flow") return [];
  const what = `${reference} ${version.name}`;
  const written = inspectFlow(text, reference).flow.version;
  if (written !== format) {
    const message = `${what} is a flow of format ${written} and not ${format}`;
    const hint = `use --flow-registry-version ${written}`;
    return [new AppError("CATALOG_OTHER_FORMAT", message, { hint })];
  }
  const found = lintText(text, reference, { only: ["service"], knowledge }).filter(
    ({ severity }) => severity === "error",
  );
  if (found.length === 0) return [];
  const named = found.slice(0, maxNamed).map((each) => {
    return `${each.line}:${each.column} ${each.message} (${each.code ?? each.rule})`;
  });
  const more = found.length > maxNamed ? ` and ${found.length - maxNamed} more` : "";
  const message = `the service would refuse ${what}: ${named.join("; ")}${more}`;
  return [
    new AppError("CATALOG_CONFIG_REFUSED", message, {
      hint: "repair it in the catalog, or take it as it is with --no-lint",
    }),
  ];
}
