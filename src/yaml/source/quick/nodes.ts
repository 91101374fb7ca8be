import { type CST, Pair, type ParsedNode, type Range, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Offsets in the text: where something begins, and where it ends. */
export type Extent = readonly [start: number, end: number];

/** The library's scalar, as its composer would make it. */
export class QuickScalar extends Scalar<string> implements Scalar.Parsed {
  declare range: Range;
  declare source: string;
  declare srcToken?: CST.FlowScalar | CST.BlockScalar;

  constructor(text: string, type: Scalar.Type, extent: Extent) {
    super(text);
    this.source = text;
    this.type = type;
    this.range = rangeOf(extent);
  }
}

/** An entry of a mapping. */
export type Entry = Pair<ParsedNode, ParsedNode | null>;

export function entry(key: ParsedNode, value: ParsedNode): Entry {
  return new Pair<ParsedNode, ParsedNode | null>(key, value);
}

/** The library's mapping, as its composer would make it. */
export class QuickMap extends YAMLMap<ParsedNode, ParsedNode | null> implements YAMLMap.Parsed {
  declare range: Range;
  declare srcToken?: CST.BlockMap | CST.FlowCollection;

  constructor(items: Entry[], extent: Extent) {
    super();
    this.items = items;
    this.range = rangeOf(extent);
  }
}

/** The library's list, as its composer would make it. */
export class QuickSeq extends YAMLSeq<ParsedNode> implements YAMLSeq.Parsed {
  declare range: Range;
  declare srcToken?: CST.BlockSequence | CST.FlowCollection;

  constructor(items: ParsedNode[], extent: Extent) {
    super();
    this.items = items;
    this.range = rangeOf(extent);
  }
}

function rangeOf([start, end]: Extent): Range {
  return [start, end, end];
}
