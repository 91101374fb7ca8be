import type { ParsedNode } from "yaml";
import type { Cursor } from "./cursor.ts";
import { readPlainWord, readQuoted } from "./inline-scalar.ts";
import { type Entry, entry, QuickMap, QuickSeq } from "./nodes.ts";

const maxDepth = 20;
const space = /[ \n]*/y;
const colon = /:(?=[ \n])/y;

/**
 * A list or mapping in brackets. Whatever stands on lines of its own must be indented further than
 * `indent`; undefined for comments, for entries without a value, and for whatever else is rare.
 */
export function readFlowCollection(cursor: Cursor, indent: number): ParsedNode | undefined {
  return new FlowReader(cursor, indent).collection(0);
}

class FlowReader {
  private readonly cursor: Cursor;
  private readonly indent: number;

  constructor(cursor: Cursor, indent: number) {
    this.cursor = cursor;
    this.indent = indent;
  }

  collection(depth: number): ParsedNode | undefined {
    const { cursor } = this;
    const start = cursor.at;
    const isList = this.next === "[";
    const items: ParsedNode[] = [];
    const entries: Entry[] = [];
    cursor.at += 1;
    while (this.skipSpace()) {
      if (this.next === (isList ? "]" : "}")) {
        cursor.at += 1;
        const extent = [start, cursor.at] as const;
        const node = isList ? new QuickSeq(items, extent) : new QuickMap(entries, extent);
        return Object.assign(node, { flow: true });
      }
      const item = isList ? this.value(depth) : this.entry(depth);
      if (item === undefined || !this.endItem(isList ? "]" : "}")) return undefined;
      if ("key" in item) entries.push(item);
      else items.push(item);
    }
    return undefined;
  }

  private get next(): string {
    return this.cursor.text.charAt(this.cursor.at);
  }

  private entry(depth: number): Entry | undefined {
    const key = this.scalar();
    if (key === undefined || this.cursor.find(colon) === undefined) return undefined;
    this.cursor.at += 1;
    const value = this.skipSpace() ? this.value(depth) : undefined;
    return value && entry(key, value);
  }

  private value(depth: number): ParsedNode | undefined {
    if (this.next !== "[" && this.next !== "{") return this.scalar();
    return depth < maxDepth ? this.collection(depth + 1) : undefined;
  }

  private scalar(): ParsedNode | undefined {
    const isQuoted = this.next === '"' || this.next === "'";
    return isQuoted ? readQuoted(this.cursor) : readPlainWord(this.cursor);
  }

  /** Goes behind the comma; false where neither a comma nor the end follows. */
  private endItem(close: string): boolean {
    if (!this.skipSpace()) return false;
    if (this.next === close) return true;
    if (this.next !== ",") return false;
    this.cursor.at += 1;
    return true;
  }

  /** False where a line is not indented far enough. */
  private skipSpace(): boolean {
    const skipped = this.cursor.find(space) ?? "";
    this.cursor.at += skipped.length;
    const lineBreak = skipped.lastIndexOf("\n");
    return lineBreak < 0 || skipped.length - lineBreak - 1 > this.indent;
  }
}
