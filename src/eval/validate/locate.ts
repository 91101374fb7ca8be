import type { AppError } from "../../core/errors/app-error.ts";
import type { Place, Position, Range } from "../../core/position.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { toPointer } from "../../core/text/pointer.ts";
import type { YamlFile } from "../../yaml/index.ts";
import { ruleOfError } from "./known-rules.ts";
import type { SuiteFinding, SuiteRule } from "./rule/suite-rule.ts";
import type { SuiteProblem } from "./validation.ts";
import type { PlaceIndex } from "./view/place-index.ts";

/** A file in which problems are found. */
export interface LocatedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly yaml: YamlFile;
  readonly places: PlaceIndex;
  readonly problems: SuiteProblem[];
}

/** What is wrong is often quoted, and may hold a secret: a report shows none. */
const redactor = createRedactor({ known: [] });

/** What `eval run` would refuse, as a problem of the rule to which the error belongs. */
export function errorProblem(error: AppError, { lines, places }: LocatedFile): SuiteProblem {
  const { code, message, hint, place } = error;
  const start: Position = { line: place?.line ?? 1, column: place?.column ?? 1 };
  const spot = places.at(start);
  const { id, severity, docs } = ruleOfError(code);
  return {
    rule: id,
    code,
    severity,
    message: redactor.redact(message),
    hint: redactor.redact(hint ?? docs.repair),
    range: spot?.range ?? { start, end: lineEnd(lines, start) },
    pointer: redactor.redact(toPointer(spot?.path ?? [])),
  };
}

/** What a rule found, at its place. */
export function findingProblem(
  { id, severity, docs }: SuiteRule,
  finding: SuiteFinding,
  { yaml }: LocatedFile,
): SuiteProblem {
  return {
    rule: id,
    severity: finding.severity ?? severity,
    message: redactor.redact(finding.message),
    hint: redactor.redact(finding.hint ?? docs.repair),
    range: rangeOf(finding, yaml),
    pointer: redactor.redact(toPointer(finding.path)),
  };
}

/** What a rule found in a case that stands in another file, at the place of the case. */
export function rowProblem(
  { id, severity, docs }: SuiteRule,
  finding: SuiteFinding,
  { file, place }: { readonly file: LocatedFile; readonly place: Place },
): SuiteProblem {
  const start: Position = { line: place.line ?? 1, column: place.column ?? 1 };
  return {
    rule: id,
    severity: finding.severity ?? severity,
    message: redactor.redact(finding.message),
    hint: redactor.redact(finding.hint ?? docs.repair),
    range: { start, end: lineEnd(file.lines, start) },
    pointer: "",
  };
}

/** Of a path, or of the nearest part around it that the file holds. */
function rangeOf({ path, atKey = false }: SuiteFinding, yaml: YamlFile): Range {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = atKey && length === path.length ? "key" : "value";
    const range = yaml.rangeOf(path.slice(0, length), part);
    if (range !== undefined) return range;
  }
  return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

function lineEnd(lines: readonly string[], { line, column }: Position): Position {
  const length = lines[line - 1]?.length ?? 0;
  return { line, column: Math.max(length + 1, column) };
}
