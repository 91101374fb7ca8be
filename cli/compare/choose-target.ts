import type { ComparedSystem } from "../../src/compare/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import type { NamedSide } from "./read-side.ts";

const maxListed = 6;

/**
 * The system that a side stands for: its only target, or the one that is named.
 *
 * @throws AppError COMPARE_TARGET_UNCLEAR where it has several and none is named, or has not the named one.
 */
export function chooseTarget(side: NamedSide): ComparedSystem {
  const { name, target, targets } = side;
  const [only, ...others] = targets;
  if (target !== undefined) {
    if (targets.includes(target)) return side.system(target);
    throw new AppError("COMPARE_TARGET_UNCLEAR", `${name} has no target "${target}"`, {
      hint: didYouMean(target, targets),
    });
  }
  if (only !== undefined && others.length === 0) return side.system(only);
  const listed = targets.slice(0, maxListed).map((each) => `${name}#${each}`);
  const more = targets.length > maxListed ? ` and ${targets.length - maxListed} more` : "";
  throw new AppError(
    "COMPARE_TARGET_UNCLEAR",
    targets.length === 0 ? `${name} has no case` : `${name} has ${targets.length} targets`,
    {
      hint: targets.length === 0 ? "run its suites again" : `name one: ${listed.join(", ")}${more}`,
    },
  );
}
