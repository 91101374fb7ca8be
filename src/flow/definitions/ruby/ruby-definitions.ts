import type { JsonValue } from "../../../core/json.ts";
import type { Range } from "../../../core/position.ts";
import { textPositions } from "../../../core/text/text-positions.ts";
import type { NodePath } from "../../model/located.ts";
import type {
  DefinedAttribute,
  DefinedValue,
  Definition,
  DefinitionProblem,
  Definitions,
} from "../definition.ts";
import { definitionKind } from "./is-definition.ts";
import type { RubyHash, RubyLiteral, RubyReading, Span } from "./ruby-literals.ts";

/** What a Ruby file defines, from what was read of it in a process of its own. */
export function rubyDefinitions(text: string, file: string, reading: RubyReading): Definitions {
  const source = { file, text, language: "ruby" as const };
  if ("tooDeep" in reading) {
    return { ...source, definitions: [], problems: [tooDeep], broken: true };
  }
  const positionOf = textPositions(text);
  const rangeOf: RangeOf = ({ start, end }) => ({
    start: positionOf(start),
    end: positionOf(end),
  });
  const counts = { agent: 0, flow: 0 };
  const definitions = reading.hashes.flatMap((hash): readonly Definition[] => {
    const kind = definitionKind(hash);
    if (kind === undefined) return [];
    const at = [`${kind}s`, counts[kind]];
    counts[kind] += 1;
    const attributes = attributesOf(hash, at, rangeOf);
    return [{ kind, attributes, open: hash.open, at, range: rangeOf(hash) }];
  });
  const problems = reading.errors.map((error): DefinitionProblem => {
    return { message: `not valid Ruby: ${error.message}`, at: [], range: rangeOf(error) };
  });
  return { ...source, definitions, problems, broken: problems.length > 0 };
}

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const tooDeep: DefinitionProblem = {
  message: "its expressions are nested too deeply to be read",
  hint: "this is hardly a file of definitions",
  at: [],
  range: start,
};

type RangeOf = (span: Span) => Range;

/** As in Ruby, of a key that is written twice the last one counts. */
function attributesOf(
  { entries }: RubyHash,
  base: NodePath,
  rangeOf: RangeOf,
): ReadonlyMap<string, DefinedAttribute> {
  return new Map(
    entries.map(({ key, keySpan, value }) => {
      const read = valueOf(value, [...base, key], rangeOf);
      return [key, { ...read, name: key, keyRange: rangeOf(keySpan) }];
    }),
  );
}

function valueOf(literal: RubyLiteral, at: NodePath, rangeOf: RangeOf): DefinedValue {
  const place = { at, range: rangeOf(literal) };
  switch (literal.type) {
    case "scalar":
      return { ...place, value: literal.value, items: undefined };
    case "list": {
      const items = literal.items.map((item, index) => valueOf(item, [...at, index], rangeOf));
      return { ...place, value: allOf(items), items };
    }
    case "map": {
      const values = literal.entries.map(({ key, value }) => {
        return [key, valueOf(value, [...at, key], rangeOf).value] as const;
      });
      const known = values.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
      const isKnown = !literal.open && known.length === values.length;
      return { ...place, value: isKnown ? Object.fromEntries(known) : undefined, items: undefined };
    }
    case "unknown":
    default:
      return { ...place, value: undefined, items: undefined };
  }
}

function allOf(items: readonly DefinedValue[]): JsonValue | undefined {
  const values = items.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return values.length === items.length ? values : undefined;
}
