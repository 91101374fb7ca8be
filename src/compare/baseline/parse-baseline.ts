import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import type { BaselineFile } from "../../record/index.ts";
import { schemaErrors, validateFormat } from "../../schema/index.ts";
import { readYaml, type YamlFile } from "../../yaml/index.ts";

/** The version of baseline files that this program writes, and the only one that it reads. */
const schemaVersion = 1;

/**
 * Reads a baseline file.
 *
 * @throws AppError or AppErrors COMPARE_BASELINE_INVALID with everything that is wrong with it.
 */
export async function parseBaseline(text: string, file: string): Promise<BaselineFile> {
  const value = readJson(text, file);
  checkVersion(value, file);
  const problems = await validateFormat("baseline", value);
  // Positions cost more than all the rest, and are only for what is wrong.
  if (problems.length > 0) {
    throwAll(schemaErrors(problems, readYaml(text, file), "COMPARE_BASELINE_INVALID"));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it fits the schema
  const baseline = value as BaselineFile;
  const contradictions = contradictionsIn(baseline);
  if (contradictions.length > 0) {
    const { rangeOf } = readYaml(text, file);
    throwAll(contradictions.map((each) => contradictionError(each, { file, rangeOf })));
  }
  return baseline;
}

function readJson(text: string, file: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (error) {
    throw invalid("the file is not JSON", { file }, error);
  }
}

function checkVersion(value: JsonValue, file: string): void {
  const version = isJsonObject(value) ? value["schemaVersion"] : undefined;
  if (typeof version !== "number" || version === schemaVersion) return;
  throw invalid(
    `the baseline is of version ${version}, and this program knows version ${schemaVersion}`,
    { file },
  );
}

/** What a schema cannot say. */
interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function contradictionsIn({ cases, judges, suites }: BaselineFile): readonly Contradiction[] {
  const names = cases.map((each) => JSON.stringify([each.suite, each.case]));
  const hashes = new Set(judges.map(({ judge }) => judge));
  const known = new Set(suites.map(({ suite }) => suite));
  return [
    ...repeated(names).map((index) => ({
      path: ["cases", index, "case"],
      message: `the case "${clip(cases[index]?.case ?? "", 80)}" is here twice`,
    })),
    ...repeated(suites.map(({ suite }) => suite)).map((index) => ({
      path: ["suites", index, "suite"],
      message: `the suite "${clip(suites[index]?.suite ?? "", 80)}" is here twice`,
    })),
    ...cases.flatMap(({ suite, trials, judges: named = [] }, index): readonly Contradiction[] => [
      ...(known.has(suite)
        ? []
        : [
            {
              path: ["cases", index, "suite"],
              message: `"${clip(suite, 80)}" is not in \`suites\``,
            },
          ]),
      ...(trials.passed <= trials.of
        ? []
        : [
            {
              path: ["cases", index, "trials", "passed"],
              message: `${trials.passed} of ${trials.of} trials cannot have passed`,
            },
          ]),
      ...(contradictsTerms(cases[index])
        ? [
            {
              path: ["cases", index, "outcome"],
              message: `${trials.passed} of ${trials.of} trials passed, which makes another outcome`,
            },
          ]
        : []),
      ...(named.every((judge) => hashes.has(judge))
        ? []
        : [{ path: ["cases", index, "judges"], message: "a judge is not in `judges`" }]),
    ]),
  ];
}

/** Whether a case is said to pass with fewer trials than it needs, or not to pass with enough. */
function contradictsTerms(kept: BaselineFile["cases"][number] | undefined): boolean {
  if (kept === undefined) return false;
  const { outcome, trials, terms } = kept;
  // Which is told already.
  if (trials.passed > trials.of) return false;
  if (outcome === "pass") return trials.passed < (terms?.require ?? 1);
  return terms !== undefined && trials.passed >= terms.require;
}

/** Where something stands that stood before. */
function repeated(names: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? [index] : [];
  });
}

function contradictionError(
  { path, message }: Contradiction,
  { file, rangeOf }: Pick<YamlFile, "file" | "rangeOf">,
): AppError {
  return invalid(message, { file, ...rangeOf(path)?.start });
}

function invalid(message: string, place: AppError["place"], cause?: unknown): AppError {
  return new AppError("COMPARE_BASELINE_INVALID", message, {
    place,
    hint: "write it again with `flowproof eval baseline accept`",
    cause,
  });
}
