import type { JsonValue } from "../../core/json.ts";
import type { RangeOf } from "../node-path.ts";
import { strictDialect } from "../source/dialect.ts";
import { createRangeOf } from "../source/locate.ts";
import { parseSource } from "../source/parse-source.ts";
import type { YamlProblem } from "../yaml-problem.ts";
import { keyText, StrictTree } from "./strict-tree.ts";

/** A file of one of our own formats. */
export interface YamlFile {
  readonly file: string;
  /** As much as could be read, also beside errors; undefined where nothing was. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly YamlProblem[];
  readonly rangeOf: RangeOf;
}

/**
 * Reads YAML 1.2 with its core schema, and so JSON, as strictly as our own formats want it: a key
 * that occurs twice, a tag, a merge key, a second document or a number too large to be exact is an
 * error among the problems.
 */
export function readYaml(text: string, file: string): YamlFile {
  const source = parseSource(text, strictDialect);
  const { root, problems } = source;
  const tree = new StrictTree(problems);
  const value = root === undefined ? undefined : tree.build(root).value;
  const rangeOf = createRangeOf(source, {
    keyText,
    isMergeKey: () => false,
    target: (alias) => tree.anchors.target(alias),
  });
  return { file, value, problems: problems.all(), rangeOf };
}
