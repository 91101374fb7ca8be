import { GraphQLError } from "graphql";
import type { Args, View } from "./context.ts";

export interface ConnectionOptions<T> {
  readonly args: Args;
  /** What a cursor points at; different for each member. */
  readonly key: (each: T) => string | number;
  readonly view: (each: T) => unknown;
  /** 100 when left out. */
  readonly maxPageSize?: number;
}

/** A page of a list, cut as GitLab cuts it: larger pages than may be are made smaller without a word. */
export function connectionOf<T>(all: readonly T[], options: ConnectionOptions<T>): View {
  const { args, key, view } = options;
  const cursorOf = (each: T): string =>
    Buffer.from(JSON.stringify({ id: String(key(each)) })).toString("base64url");
  const [start, end] = pageOf(all.map(cursorOf), args, options.maxPageSize ?? 100);
  const page = all.slice(start, end);
  const [first, last] = [page[0], page.at(-1)];
  return {
    count: ({ limit }: Args) =>
      typeof limit === "number" ? Math.min(all.length, limit + 1) : all.length,
    nodes: () => page.map(view),
    edges: () => page.map((each) => ({ cursor: cursorOf(each), node: view(each) })),
    pageInfo: {
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
    },
  };
}

function pageOf(cursors: readonly string[], args: Args, max: number): readonly [number, number] {
  const { first, last, after, before } = args;
  if (typeof first === "number" && typeof last === "number") {
    throw new GraphQLError("Can only provide either `first` or `last`, not both");
  }
  for (const size of [first, last]) {
    if (typeof size === "number" && size < 0) {
      throw new GraphQLError("`first` and `last` must not be negative");
    }
  }
  const start = typeof after === "string" ? at(cursors, after) + 1 : 0;
  const end = typeof before === "string" ? at(cursors, before) : cursors.length;
  const size = Math.min(typeof last === "number" ? last : sizeOr(first, max), max);
  if (typeof last === "number") return [Math.max(start, end - size), Math.max(start, end)];
  return [start, Math.max(start, Math.min(end, start + size))];
}

function sizeOr(first: unknown, max: number): number {
  return typeof first === "number" ? first : max;
}

function at(cursors: readonly string[], cursor: string): number {
  const index = cursors.indexOf(cursor);
  if (index === -1) throw new GraphQLError("Please provide a valid cursor");
  return index;
}
