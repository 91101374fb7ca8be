import type { VersionWish } from "../../src/catalog/index.ts";
import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import type { FetchFlags } from "./fetch-flags.ts";

/** The constraints of `--version`, by reference. */
export interface VersionPins {
  of(reference: string): readonly string[];
  /** @throws AppError CLI_USAGE for a reference that is not fetched */
  checkUsed(references: readonly string[]): void;
}

/** Reads `duo_planner=^1.2.0`. @throws AppError CLI_USAGE */
export function parsePins(values: readonly string[]): VersionPins {
  const pins = values.map((value) => {
    const match = /^([a-z][a-z0-9_]*)=(.+)$/.exec(value);
    if (match !== null) return { reference: match[1] ?? "", constraint: match[2]?.trim() ?? "" };
    throw new AppError("CLI_USAGE", `--version "${value}" pins nothing`, {
      hint: "write <reference>=<constraint>, as in duo_planner=^1.2.0",
    });
  });
  return {
    of: (wanted) => {
      return pins.flatMap(({ reference, constraint }) =>
        reference === wanted ? [constraint] : [],
      );
    },
    checkUsed: (references) => {
      const unused = pins.filter(({ reference }) => !references.includes(reference));
      throwAll(
        unused.map(({ reference }) => {
          const message = `--version pins "${reference}", which is not fetched`;
          return new AppError("CLI_USAGE", message, { hint: didYouMean(reference, references) });
        }),
      );
    },
  };
}

/** What the command line wants of each item. */
export function wishesFor(
  pins: VersionPins,
  { allVersions, includeDrafts }: Pick<FetchFlags, "allVersions" | "includeDrafts">,
): (reference: string) => VersionWish {
  return (reference) => ({
    all: allVersions === true,
    drafts: includeDrafts === true,
    constraints: pins.of(reference),
  });
}
