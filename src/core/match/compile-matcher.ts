import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { createRegistry, type Registry } from "../registry.ts";
import { clip } from "../text/clip.ts";
import { toPointer } from "../text/pointer.ts";
import { didYouMean } from "../text/suggest.ts";
import { isJsonArray } from "./json-array.ts";
import { listNode } from "./list-node.ts";
import { literalNode } from "./literal-node.ts";
import { allNode, mapNode } from "./map-node.ts";
import type { Difference, MatchNode, Path } from "./match-node.ts";
import { MatcherError, type MatcherProblem } from "./matcher-error.ts";
import type { Matcher } from "./matcher.ts";
import type { Operator, SchemaCompiler } from "./operator.ts";
import * as barrel from "./operators/index.ts";
import { showValue } from "./show-value.ts";

export interface MatcherOptions {
  /** Compiles the JSON Schemas of `$schema`, which is refused without it. */
  readonly compileSchema?: SchemaCompiler;
}

/** The operators by id; a suite writes `$<id>`. */
export const operators: Registry<Operator> = createRegistry<Operator>(barrel);

const maxDepth = 64;
const maxWords = 500;

/**
 * Reads a matcher as it stands in a suite or a script.
 *
 * @throws MatcherError with every problem of it.
 */
export function compileMatcher(spec: JsonValue, options: MatcherOptions = {}): Matcher {
  const problems: MatcherProblem[] = [];
  const root = tooDeep(spec)
    ? refuse(problems, { path: [], message: `a matcher is at most ${maxDepth} levels deep` })
    : compileNode(spec, { path: [], problems, compileSchema: options.compileSchema });
  const [first, ...others] = problems;
  if (first !== undefined) throw new MatcherError([first, ...others]);
  return {
    matches: (value) => root.differences(value, []).length === 0,
    explain: (value) => root.differences(value, []).map(inWords),
    distance: (value) =>
      root.differences(value, []).reduce((sum, { weight }) => sum + weight, 0) / root.size,
  };
}

interface Compilation {
  readonly path: Path;
  readonly problems: MatcherProblem[];
  readonly compileSchema: SchemaCompiler | undefined;
}

function compileNode(spec: JsonValue, compilation: Compilation): MatchNode {
  if (isJsonArray(spec)) {
    return listNode(spec.map((item, index) => compileNode(item, at(compilation, index))));
  }
  if (!isJsonObject(spec)) return literalNode(spec);
  const keys = Object.keys(spec);
  const operatorKeys = keys.filter((key) => key.startsWith("$"));
  if (operatorKeys.length === 0) {
    return mapNode(keys.map((key) => [key, compileNode(spec[key] ?? null, at(compilation, key))]));
  }
  const plain = keys.find((key) => !key.startsWith("$"));
  if (plain !== undefined) {
    return refuse(compilation.problems, {
      path: [...compilation.path, plain],
      message: `a matcher has either operators or keys, but here ${operatorKeys[0]} stands beside "${clip(plain, 60)}"`,
      hint: "write the keys as one matcher; for a key that begins with $, use $equals",
    });
  }
  return allNode(operatorKeys.map((key) => compileOperator(key, spec, compilation)));
}

function compileOperator(key: string, spec: JsonObject, compilation: Compilation): MatchNode {
  const inner = at(compilation, key);
  const operator = operators.get(key.slice(1));
  if (operator === undefined) {
    return refuse(compilation.problems, {
      path: inner.path,
      message: `there is no operator "${clip(key, 60)}"`,
      hint: didYouMean(
        key,
        operators.ids.map((id) => `$${id}`),
      ),
    });
  }
  return operator.compile(spec[key] ?? null, {
    compile: (operand, segment) =>
      compileNode(operand, segment === undefined ? inner : at(inner, segment)),
    refuse: (message, hint) =>
      refuse(compilation.problems, {
        path: inner.path,
        message,
        ...(hint === undefined ? {} : { hint }),
      }),
    compileSchema: compilation.compileSchema,
  });
}

function at(compilation: Compilation, segment: string | number): Compilation {
  return { ...compilation, path: [...compilation.path, segment] };
}

/** The node that stands for something wrong; a matcher with problems is thrown away. */
function refuse(problems: MatcherProblem[], problem: MatcherProblem): MatchNode {
  problems.push(problem);
  return literalNode(null);
}

function tooDeep(spec: JsonValue): boolean {
  let level: readonly JsonValue[] = [spec];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((value) =>
      isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [],
    );
  }
  return false;
}

function inWords({ path, expected, actual, note }: Difference): {
  pointer: string;
  expected: string;
  actual: string;
} {
  return {
    pointer: toPointer(path),
    expected: clip(expected, maxWords),
    actual: note ?? showValue(actual),
  };
}
