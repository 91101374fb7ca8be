import type { CST } from "yaml";

const closings: Readonly<Record<string, string>> = {
  "double-quoted-scalar": '"',
  "single-quoted-scalar": "'",
  "flow-map-start": "}",
  "flow-seq-start": "]",
};

/** Where quotes and brackets are opened that are never closed, in the order of the text. */
export function unclosedStarts(tokens: readonly CST.Token[]): readonly number[] {
  const starts: number[] = [];
  const waiting: CST.Token[] = [...tokens];
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (isUnclosed(token)) starts.push(token.offset);
    waiting.push(...inside(token));
  }
  return starts.toSorted((a, b) => a - b);
}

function isUnclosed(token: CST.Token): token is CST.FlowScalar | CST.FlowCollection {
  if (token.type === "flow-collection") {
    return !token.end.some(({ source }) => source === closings[token.start.type]);
  }
  if (token.type !== "single-quoted-scalar" && token.type !== "double-quoted-scalar") return false;
  return token.source.length < 2 || !token.source.endsWith(closings[token.type] ?? "");
}

function inside(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
