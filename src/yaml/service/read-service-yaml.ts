import { pyStr } from "../../core/python/py-str.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import type { RangeOf } from "../node-path.ts";
import { serviceDialect } from "../source/dialect.ts";
import { createRangeOf } from "../source/locate.ts";
import { parseSource } from "../source/parse-source.ts";
import type { YamlProblem } from "../yaml-problem.ts";
import { isMergeKey, resolveKey, written } from "./mapping-key.ts";
import type { NonStringKey } from "./non-string-key.ts";
import { warnOtherLineBreaks } from "./other-line-breaks.ts";
import { ServiceTree } from "./service-tree.ts";

/** A flow config as the service's Python sees it. */
export interface ServiceYaml {
  readonly file: string;
  /** As much as could be read, also beside errors; undefined where nothing was. */
  readonly value: PyValue | undefined;
  readonly problems: readonly YamlProblem[];
  readonly nonStringKeys: readonly NonStringKey[];
  readonly rangeOf: RangeOf;
}

/**
 * Reads YAML as PyYAML's SafeLoader does: `yes` is a boolean, `4_000` an int, `1e3` a string, the
 * last of two equal keys wins. An `error` among the problems means that the service refuses the
 * text, or, for an unquoted date, that it reads something which no flow can mean.
 */
export function readServiceYaml(text: string, file: string): ServiceYaml {
  const source = parseSource(text, serviceDialect);
  const { root, problems } = source;
  warnOtherLineBreaks(text, problems);
  const tree = new ServiceTree(problems, text);
  const value = root === undefined ? undefined : tree.build(root).value;
  const rangeOf = createRangeOf(source, {
    keyText: (key) => pyStr(resolveKey(written(key)).value),
    isMergeKey,
    target: (alias) => tree.anchors.target(alias),
  });
  return { file, value, problems: problems.all(), nonStringKeys: tree.nonStringKeys, rangeOf };
}
