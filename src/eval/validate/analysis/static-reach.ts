import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { type Flow, flowGraph, type GraphEdge } from "../../../flow/index.ts";
import type { Script } from "../../../model/index.ts";
import { outputPath } from "../../check/output-path.ts";
import { asTexts } from "../../check/text-list.ts";
import type { CaseView, SuiteView } from "../view/suite-view.ts";
import { callFacts } from "./call-facts.ts";
import { routeFields } from "./route-conflict.ts";

/** What cases say that happens: as far as their checks, mocks, people and scripts tell. */
export interface StaticReach {
  readonly tools: Set<string>;
  readonly components: Set<string>;
  /** Whole routes, and parts of them. */
  readonly routes: (readonly string[])[];
  hasPeople: boolean;
}

/** Puts together what suites say of a flow that all of them test. */
export function staticReach(views: readonly SuiteView[]): StaticReach {
  const reach: StaticReach = {
    tools: new Set(),
    components: new Set(),
    routes: [],
    hasPeople: false,
  };
  for (const view of views) {
    for (const tool of mockedTools(view.value["tools"])) reach.tools.add(tool);
    if (view.script !== undefined)
      for (const tool of scriptTools(view.script)) reach.tools.add(tool);
    for (const each of view.cases) addCase(each, reach);
  }
  return reach;
}

function addCase({ source, checks }: CaseView, reach: StaticReach): void {
  for (const tool of mockedTools(source["tools"])) reach.tools.add(tool);
  if (source["human"] !== undefined) reach.hasPeople = true;
  for (const check of checks) {
    const { needs, needsAny } = callFacts(check);
    for (const { tool } of [...needs, ...needsAny]) reach.tools.add(tool);
    const { value } = check;
    if (check.id === "output" && isJsonObject(value) && typeof value["path"] === "string") {
      reach.components.add(outputPath(value["path"])?.[0] ?? "");
    }
    if (isJsonObject(value) && typeof value["component"] === "string") {
      reach.components.add(value["component"]);
    }
    if (check.id !== "route") continue;
    const { exact, in_order: inOrder, contains } = routeFields(value);
    reach.routes.push(asTexts(exact), asTexts(inOrder));
    for (const name of [exact, inOrder, contains].flatMap(asTexts)) reach.components.add(name);
  }
}

function mockedTools(block: JsonValue | undefined): readonly string[] {
  return isJsonObject(block) ? Object.keys(block) : [];
}

function scriptTools({ entries }: Script): readonly string[] {
  return entries.flatMap(({ answers }) =>
    answers.type === "verdicts"
      ? []
      : answers.choices.flat().flatMap(({ calls = [] }) => calls.map(({ tool }) => tool)),
  );
}

/** What of a flow's graph nothing says to be reached. Of a chat, which has no graph, nothing. */
export interface UnreachedGraph {
  readonly components: readonly string[];
  /** As `from → to`. */
  readonly routes: readonly string[];
}

/** Follows what must come of what is reached: the entry point, and routers without a condition. */
export function unreachedGraph(flow: Flow, reach: StaticReach): UnreachedGraph {
  if (flow.environment === "chat-partial") return { components: [], routes: [] };
  const edges = flowGraph(flow).edges.filter(({ neverTaken }) => !neverTaken);
  const steps = new Set(reach.routes.flatMap(pairsOf));
  const isOnly = (edge: GraphEdge): boolean =>
    edges.filter(({ to }) => to === edge.to).length === 1;
  const reached = new Set([flow.entryPoint, ...reach.components]);
  for (const component of flow.components) {
    if (component.type === "HumanInputComponent" && reach.hasPeople) reached.add(component.name);
  }
  const taken = new Set<string>();
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const name of reached) {
    for (const edge of edges) {
      if (edge.from !== name) continue;
      const forced = edge.kind === "route" && edge.label === undefined;
      const known = steps.has(keyOf(edge)) || (isOnly(edge) && reach.components.has(edge.to));
      if (!forced && !known) continue;
      taken.add(keyOf(edge));
      reached.add(edge.to);
    }
  }
  const missing = edges.filter((edge) => !taken.has(keyOf(edge)));
  return {
    components: flow.components.map(({ name }) => name).filter((name) => !reached.has(name)),
    routes: [...new Set(missing.map(({ from, to }) => `${from} → ${to}`))],
  };
}

function pairsOf(names: readonly string[]): readonly string[] {
  const whole = names.at(-1) === "abort" || names.length === 0 ? names : [...names, "end"];
  return whole.slice(1).map((to, index) => keyOf({ from: whole[index] ?? "", to }));
}

function keyOf({ from, to }: Pick<GraphEdge, "from" | "to">): string {
  return JSON.stringify([from, to]);
}
