import type { Flow } from "../model/flow.ts";
import { type FlowGraph, flowGraph, type GraphEdge, type GraphNode } from "./flow-graph.ts";
import type { FlowVisits } from "./flow-visits.ts";
import { mermaidLabel } from "./mermaid-label.ts";

const shapes: Readonly<Record<GraphNode["kind"], readonly [string, string]>> = {
  agent: ["[", "]"],
  supervisor: ["[", "]"],
  "one-off": ["[", "]"],
  step: ["[[", "]]"],
  human: ["[/", "/]"],
  end: ["([", "])"],
  abort: ["([", "])"],
};

const styles = {
  visited: "fill:#d4efdf,stroke:#1e8449,stroke-width:3px",
  unreachable: "stroke-dasharray:5 5,color:#808080",
  visitedWay: "stroke:#1e8449,stroke-width:3px",
} as const;

/**
 * A flow as a Mermaid diagram: its components, the conditions of its routers, where it begins, what no way
 * leads to, and what runs went through. Names reach the diagram only as text.
 *
 * @example
 * flowMermaid(flow); // "flowchart TD\n  start((start)) --> n1\n  n1[\"analyst<br/>agent\"]\n"
 */
export function flowMermaid(flow: Flow, visits?: FlowVisits): string {
  const graph = flowGraph(flow);
  // Of nodes with the same name, which only a chat's flow can have, the first is meant.
  const idOf = (name: string): string => {
    const index = graph.nodes.findIndex((node) => node.name === name);
    return index < 0 ? "" : `n${index + 1}`;
  };
  const start = idOf(graph.entryPoint);
  const lines = [
    "flowchart TD",
    start === "" ? "  start((start))" : `  start((start)) --> ${start}`,
    ...graph.nodes.map((node, index) => `  n${index + 1}${nodeText(node, visits)}`),
    ...graph.edges.map((edge) => `  ${idOf(edge.from)} ${arrow(edge)} ${idOf(edge.to)}`),
    ...classLines(graph, visits),
    ...wayLines(graph, visits),
  ];
  return `${lines.join("\n")}\n`;
}

function nodeText(node: GraphNode, visits: FlowVisits | undefined): string {
  const { name, kind, detail, reachable, deadEnd } = node;
  const [open, close] = shapes[kind];
  const what = detail === undefined ? kind : `${kind}: ${mermaidLabel(detail)}`;
  const count = visits?.components.get(name) ?? 0;
  const rows = [
    mermaidLabel(name),
    ...(kind === "end" || kind === "abort" ? [] : [what]),
    ...(reachable ? [] : ["unreachable"]),
    ...(deadEnd ? ["no router"] : []),
    ...(count === 0 ? [] : [count === 1 ? "1 visit" : `${count} visits`]),
  ];
  return `${open}"${rows.join("<br/>")}"${close}`;
}

function arrow({ kind, label, neverTaken }: GraphEdge): string {
  const line = kind === "delegation" || neverTaken ? "-.->" : "-->";
  return label === undefined ? line : `${line}|"${mermaidLabel(label)}"|`;
}

function classLines({ nodes }: FlowGraph, visits: FlowVisits | undefined): readonly string[] {
  const marked = (isMarked: (node: GraphNode) => boolean): readonly string[] =>
    nodes.flatMap((node, index) => (isMarked(node) ? [`n${index + 1}`] : []));
  const classes = {
    unreachable: marked(({ reachable }) => !reachable),
    visited: marked(({ name }) => visits?.components.has(name) === true),
  };
  return (["unreachable", "visited"] as const).flatMap((name) =>
    classes[name].length === 0
      ? []
      : [`  classDef ${name} ${styles[name]}`, `  class ${classes[name].join(",")} ${name}`],
  );
}

/** Links are styled by number; the one from the start is the first. */
function wayLines({ edges }: FlowGraph, visits: FlowVisits | undefined): readonly string[] {
  if (visits === undefined || visits.components.size === 0) return [];
  const taken = edges.flatMap(({ from, to, neverTaken }, index) =>
    !neverTaken && visits.ways.get(from)?.has(to) === true ? [index + 1] : [],
  );
  return [`  linkStyle ${[0, ...taken].join(",")} ${styles.visitedWay}`];
}
