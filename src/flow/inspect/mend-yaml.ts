import { readServiceYaml, type ServiceYaml, type YamlProblem } from "../../yaml/index.ts";
import { isOfOneValue } from "./damage.ts";
import { type Stub, stubOut } from "./stub-out.ts";

/** A file whose broken parts have been replaced by empty ones, so that the others can be read. */
export interface MendedYaml {
  readonly text: string;
  readonly yaml: ServiceYaml;
  /** What was broken: of every part the first mistake, from which the others in it follow. */
  readonly errors: readonly YamlProblem[];
  readonly stubs: readonly Stub[];
}

const maxRounds = 20;
/** Every round reads the file again, so that large files are given fewer. */
const maxCharsRead = 250_000;
/** One mistake trips the reader a few times; nobody makes so many that it is worth the time. */
const maxErrors = 60;

/** Replaces one broken part after the other; undefined where that does not help. */
export function mendYaml(text: string, file: string, broken: ServiceYaml): MendedYaml | undefined {
  const errors: YamlProblem[] = [];
  const stubs: Stub[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  if (broken.problems.filter(isStructural).length > maxErrors) return undefined;
  const rounds = Math.min(maxRounds, Math.floor(maxCharsRead / text.length));
  let yaml = broken;
  for (let round = 0; round < rounds; round += 1) {
    const error = yaml.problems.find(isStructural);
    if (error === undefined) return { text: lines.join("\n"), yaml, errors, stubs };
    const stub = error.code === "limit" ? undefined : stubOut(lines, error.range.start.line);
    if (stub === undefined) return undefined;
    errors.push(error);
    stubs.push(stub);
    yaml = readServiceYaml(lines.join("\n"), file);
  }
  return undefined;
}

function isStructural(problem: YamlProblem): boolean {
  return problem.severity === "error" && !isOfOneValue(problem);
}
