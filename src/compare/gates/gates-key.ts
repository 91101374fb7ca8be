import { canonicalJson } from "../../core/canonical-json.ts";
import type { PlannedGates } from "../../record/index.ts";

/** The same for suites whose gates are judged as one: of the same name, and asking for the same. */
export function gatesKey({
  suite,
  gates,
}: {
  readonly suite: string;
  readonly gates?: PlannedGates | undefined;
}): string {
  const { together, against = null, rules = [] } = gates ?? {};
  if (together === undefined) return canonicalJson([suite]);
  return canonicalJson([together, against, rules.map((each) => ({ ...each }))]);
}
