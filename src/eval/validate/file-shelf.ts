import { isAbsolute, join } from "node:path";
import type { Files } from "../../core/files.ts";
import { readYaml } from "../../yaml/index.ts";
import { expectedErrors } from "../expected-errors.ts";
import type { LoadSuitesOptions } from "../suite/load-suites.ts";
import type { LocatedFile } from "./locate.ts";
import { suppressProblems } from "./suppress-problems.ts";
import type { SuiteProblem, ValidatedFile } from "./validation.ts";
import { indexPlaces } from "./view/place-index.ts";

/** Files by the paths that reports print. */
export class FileShelf {
  private readonly files: Files;
  private readonly cwd: string;
  private readonly opened: Map<string, LocatedFile> = new Map();

  constructor({ files, cwd }: Pick<LoadSuitesOptions, "files" | "cwd">) {
    this.files = files;
    this.cwd = cwd;
  }

  async open(path: string): Promise<LocatedFile> {
    const known = this.opened.get(path);
    if (known !== undefined) return known;
    const text = await this.textOf(path);
    const yaml = readYaml(text, path);
    const lines = text.split(/\r\n|\n|\r/u);
    const file: LocatedFile = {
      path,
      text,
      lines,
      yaml,
      places: indexPlaces(yaml),
      problems: [],
    };
    this.opened.set(path, file);
    return file;
  }

  validated(): readonly ValidatedFile[] {
    return [...this.opened.values()]
      .map(validated)
      .toSorted(({ path: a }, { path: b }) => (a < b ? -1 : Number(a > b)));
  }

  /** What cannot be read is an error of its own, which needs no text. */
  private async textOf(path: string): Promise<string> {
    try {
      return (await this.files.read(isAbsolute(path) ? path : join(this.cwd, path))) ?? "";
    } catch (error) {
      expectedErrors(error);
      return "";
    }
  }
}

function validated({ path, text, problems }: LocatedFile): ValidatedFile {
  const { kept, suppressed } = suppressProblems(problems, text);
  return { path, text, problems: kept.toSorted(byPlace), suppressed };
}

function byPlace(a: SuiteProblem, b: SuiteProblem): number {
  const { start } = a.range;
  const other = b.range.start;
  return (
    start.line - other.line ||
    start.column - other.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
