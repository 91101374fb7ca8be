import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import { isJsonObject } from "../../core/json.ts";
import { type LoadSuitesOptions, readSuites } from "../suite/load-suites.ts";
import { FileShelf } from "./file-shelf.ts";
import { suiteRules } from "./known-rules.ts";
import { errorProblem, findingProblem, type LocatedFile, rowProblem } from "./locate.ts";
import { ScriptShelf } from "./script-shelf.ts";
import type { SuiteProblem, ValidatedFile } from "./validation.ts";
import { readView } from "./view/read-view.ts";
import { rowsRoot, type SuiteView } from "./view/suite-view.ts";

export interface ValidateOptions extends LoadSuitesOptions {
  /** Milliseconds since the epoch, for what ends on a day; without it nothing is over. */
  readonly now?: number | undefined;
}

/**
 * Holds the suites that paths stand for against everything that can be known without a model: what
 * `eval run` would refuse, and what could never work. Files are sorted by path; those without
 * problems are among them if they are suites.
 *
 * @throws AppError or AppErrors EVAL_NO_SUITES for paths that name no suite.
 */
export async function validateSuites(
  paths: readonly string[],
  options: ValidateOptions,
): Promise<readonly ValidatedFile[]> {
  const { now } = options;
  const { loaded, errors } = await readSuites(paths, options);
  throwAll(errors.filter(({ code, place }) => code === "EVAL_NO_SUITES" && place === undefined));
  const files = new FileShelf(options);
  const suites: ReadSuite[] = [];
  const scripts = new ScriptShelf();
  for (const each of loaded) {
    const file = await files.open(each.idPlace.file);
    const script = await scripts.open(each.suite);
    const { suite } = each;
    const { value } = file.yaml;
    const view =
      suite !== undefined && isJsonObject(value)
        ? readView(value, { suite, script, now })
        : undefined;
    suites.push({ file, view });
  }
  for (const error of distinct([...errors, ...scripts.errors])) {
    const { place } = error;
    if (place === undefined) throw error;
    const file = await files.open(place.file);
    file.problems.push(errorProblem(error, file));
  }
  const views = suites.flatMap(({ view }) => view ?? []);
  for (const { file, view } of suites) {
    if (view === undefined) continue;
    const rows: LocatedFile[] = [];
    // One after the other: rows of one file are to find the same.
    for (const place of view.rows) rows.push(await files.open(place.file));
    askRules(view, views, { file, rows });
  }
  return files.validated();
}

interface ReadSuite {
  readonly file: LocatedFile;
  readonly view: SuiteView | undefined;
}

interface SuiteFiles {
  readonly file: LocatedFile;
  /** Those of the cases of other files, by their indexes. */
  readonly rows: readonly LocatedFile[];
}

/** What is already refused needs no second finding at its place. */
function askRules(view: SuiteView, views: readonly SuiteView[], { file, rows }: SuiteFiles): void {
  const refused = new Set([...new Set([file, ...rows])].flatMap(linesOf));
  for (const rule of suiteRules.all()) {
    for (const finding of rule.check?.(view, views) ?? []) {
      const [root, index] = finding.path;
      const row = root === rowsRoot ? Number(index) : -1;
      const place = view.rows[row];
      const home = rows[row] ?? file;
      const problem =
        place === undefined
          ? findingProblem(rule, finding, file)
          : rowProblem(rule, finding, { file: home, place });
      if (!refused.has(lineKey(home, problem))) home.problems.push(problem);
    }
  }
}

function linesOf(file: LocatedFile): readonly string[] {
  return file.problems.map((problem) => lineKey(file, problem));
}

function lineKey({ path }: LocatedFile, { range }: SuiteProblem): string {
  return `${path}:${range.start.line}`;
}

function errorKey({ code, message, place }: AppError): string {
  return JSON.stringify([code, message, place]);
}

function distinct(errors: readonly AppError[]): readonly AppError[] {
  return [...new Map(errors.map((error) => [errorKey(error), error])).values()];
}
