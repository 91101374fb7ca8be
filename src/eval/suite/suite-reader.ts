import { AppError } from "../../core/errors/app-error.ts";
import type { ErrorCode } from "../../core/errors/codes/index.ts";
import type { Place } from "../../core/position.ts";
import type { SchemaProblem } from "../../schema/index.ts";
import type { YamlFile } from "../../yaml/index.ts";

/** Where in a suite something stands. */
export type SuitePath = readonly (string | number)[];

/** What is wrong at a place of a suite. */
export interface SuiteProblem {
  readonly path: SuitePath;
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Whether the key at the end of the path is wrong, not its value. */
  readonly atKey?: boolean;
  readonly cause?: unknown;
}

/** Tells where something stands that a path leads to, or the nearest part around it. */
export interface SuitePlaces {
  readonly placeOf: (path: SuitePath, atKey: boolean) => Place;
}

/** Places in a YAML file. */
export function yamlPlaces({ file, rangeOf }: Pick<YamlFile, "file" | "rangeOf">): SuitePlaces {
  return {
    placeOf(path, atKey) {
      for (let length = path.length; length >= 0; length -= 1) {
        const part = atKey && length === path.length ? "key" : "value";
        const range = rangeOf(path.slice(0, length), part);
        if (range !== undefined) return { file, ...range.start };
      }
      return { file };
    },
  };
}

/** A suite's file while it is read, with everything that is wrong in it. */
export class SuiteReader {
  private readonly places: SuitePlaces;
  /** Problems of form that the schema finds; what stands there cannot be trusted. */
  private readonly malformed: readonly SchemaProblem[];
  private readonly found: AppError[] = [];
  private readonly elsewhere: AppError[] = [];
  private readonly settled: SuitePath[] = [];

  constructor(places: SuitePlaces, malformed: readonly SchemaProblem[]) {
    this.places = places;
    this.malformed = malformed;
  }

  add({ path, code, message, hint, atKey = false, cause }: SuiteProblem): void {
    this.found.push(new AppError(code, message, { hint, place: this.placeOf(path, atKey), cause }));
  }

  /** Adds an error from elsewhere; it gets this place if it has none. */
  addError(error: AppError, path: SuitePath): void {
    const { code, message, hint, cause } = error;
    if (error.place === undefined) this.add({ path, code, message, hint, cause });
    else this.found.push(error);
  }

  /** Adds an error of another file, to be told after those of this one. */
  addElsewhere(error: AppError): void {
    this.elsewhere.push(error);
  }

  /** Problems of form at or below a path have been told in better words. */
  settle(path: SuitePath): void {
    this.settled.push(path);
  }

  /** Whether the schema finds nothing wrong at or below a path. */
  wellFormed(path: SuitePath): boolean {
    return !this.malformed.some((problem) => isWithin(problem.path, path));
  }

  /** Whether a map has keys that do not exist: what seems to be missing may be one of them. */
  hasUnknownKeys(path: SuitePath): boolean {
    return this.malformed.some(
      (problem) =>
        problem.atKey && problem.path.length === path.length + 1 && isWithin(problem.path, path),
    );
  }

  /** Everything that is wrong, in the order of the file. */
  errors(): readonly AppError[] {
    const form = this.malformed
      .filter(({ path }) => !this.settled.some((outer) => isWithin(path, outer)))
      .map(({ path, atKey, message, hint }) => {
        const place = this.placeOf(path, atKey);
        return new AppError("EVAL_SUITE_INVALID", message, { hint, place });
      });
    return [...[...form, ...this.found].toSorted(byPlace), ...this.elsewhere];
  }

  /** Of a path, or of the nearest part around it that the file holds. */
  placeOf(path: SuitePath, atKey: boolean): Place {
    return this.places.placeOf(path, atKey);
  }
}

function isWithin(path: SuitePath, outer: SuitePath): boolean {
  return outer.every((segment, index) => path[index] === segment);
}

function byPlace(a: AppError, b: AppError): number {
  const line = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return line === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : line;
}
