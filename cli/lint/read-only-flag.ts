import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import { type Origin, rules } from "../../src/lint/index.ts";

/**
 * Reads the values of `--only`: lists with commas, or the flag repeated.
 *
 * @throws AppError for a name that is no origin of any rule: a report on nothing would look clean.
 */
export function readOnly(values: readonly string[] | undefined): readonly Origin[] | undefined {
  if (values === undefined) return undefined;
  const known = [...new Set(rules.all().map(({ origin }) => origin))].toSorted();
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
  const wrong = names.filter((name) => !known.some((origin) => origin === name));
  throwAll(
    wrong.map(
      (name) =>
        new AppError("CLI_USAGE", `--only takes no "${name}": no rule has that origin`, {
          hint: didYouMean(name, known),
        }),
    ),
  );
  return known.filter((origin) => names.includes(origin));
}
