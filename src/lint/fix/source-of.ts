import type { Position, Range } from "../../core/position.ts";
import type { Flow, NodePath } from "../../flow/index.ts";

/** A stretch of a file's text, with what stands there. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a flow's file, by offsets. */
export interface FlowSource {
  readonly text: string;
  readonly stretch: (range: Range) => Stretch;
  /** Undefined for what the file does not write. */
  readonly at: (path: NodePath, part?: "key" | "value") => Stretch | undefined;
  /** The line around an offset, without its line break. */
  readonly lineAt: (offset: number) => Stretch;
  /** How the file ends its lines. */
  readonly lineBreak: string;
}

const known = new WeakMap<Flow, FlowSource>();

export function sourceOf(flow: Flow): FlowSource {
  const source = known.get(flow) ?? createSource(flow);
  known.set(flow, source);
  return source;
}

function createSource(flow: Flow): FlowSource {
  const { text } = flow;
  // A byte order mark is no column.
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const { index, 0: found } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + found.length);
  const offsetOf = ({ line, column }: Position): number => (starts[line - 1] ?? 0) + column - 1;
  const stretchOf = (start: number, end: number): Stretch => {
    return { start, end, text: text.slice(start, end) };
  };
  const stretch = (range: Range): Stretch => stretchOf(offsetOf(range.start), offsetOf(range.end));
  return {
    text,
    stretch,
    at: (path, part) => {
      const range = flow.rangeOf(path, part);
      return range && stretch(range);
    },
    lineAt: (offset) => {
      const end = text.slice(offset).search(/[\r\n]/);
      const before = text.slice(0, offset);
      const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
      return stretchOf(Math.max(start, starts[0] ?? 0), end < 0 ? text.length : offset + end);
    },
    lineBreak: /\r\n|\n|\r/.exec(text)?.[0] ?? "\n",
  };
}
