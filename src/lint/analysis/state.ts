import { didYouMean, suggest } from "../../core/text/suggest.ts";
import type {
  Flow,
  FlowComponent,
  FlowInput,
  FlowInspection,
  FlowKnowledge,
} from "../../flow/index.ts";
import { type Outputs, outputsOf, todoOutputs } from "./component-outputs.ts";
import { isSound } from "./faults.ts";
import { givenInputs, initialContext } from "./initial-context.ts";
import { anything, flag, integer, list, mapping, oneOf, type Shape, text } from "./shape.ts";
import type { FoundValue, MissingValue, StateReading } from "./state-value.ts";

/** What an input or a condition reads. */
export interface StatePath {
  readonly target: string;
  readonly path: readonly string[];
}

/** Says what is found in the state of a flow's runs. */
export type State = (key: StatePath) => StateReading;

type Inspected = FlowInspection & { readonly knowledge: FlowKnowledge };

const states = new WeakMap<Flow, State>();

/** The state of a flow whose components are known. */
export function stateOf(input: Inspected): State {
  const state = states.get(input.flow) ?? createState(input);
  states.set(input.flow, state);
  return state;
}

const statuses = oneOf(
  "created",
  "Not Started",
  "Planning",
  "Execution",
  "Completed",
  "Error",
  "Paused",
  "Cancelled",
  "input_required",
  "plan_approval_required",
  "tool_call_approval_required",
  "approval_error",
  "finished",
  "stopped",
);

function createState(input: Inspected): State {
  const reader = new ContextReader(input);
  return ({ target, path }) => {
    if (target === "status") return { found: true, shape: statuses };
    if (target === "conversation_history") return reader.history(path);
    if (target === "context") return reader.context(path);
    return { found: true, shape: anything };
  };
}

class ContextReader {
  private readonly flow: Flow;
  private readonly inspected: Inspected;
  /** Undefined where what the flow declares could not be read. */
  private readonly categories: ReadonlyMap<string, FlowInput> | undefined;
  private readonly components: ReadonlyMap<string, FlowComponent>;
  private readonly supervisors: ReadonlyMap<string, string>;
  private readonly outputs = new Map<FlowComponent, Outputs>();

  constructor(input: Inspected) {
    this.flow = input.flow;
    this.inspected = input;
    const { components, inputs } = input.flow;
    this.categories = isSound(input, ["flow", "inputs"])
      ? new Map(inputs.map((declared) => [declared.category, declared]))
      : undefined;
    this.components = new Map(components.map((component) => [component.name, component]));
    this.supervisors = new Map(
      components.flatMap((component) => {
        if (component.type !== "AgentComponent") return [];
        return component.subagents.map(({ name }) => [name, component.name] as const);
      }),
    );
  }

  context(path: readonly string[]): StateReading {
    const [root, ...rest] = path;
    if (root === undefined) return { found: true, shape: mapping };
    if (root === "inputs") return this.input(rest);
    const component = this.components.get(root);
    const initial = initialContext(this.flow).get(root);
    if (initial !== undefined) {
      // A component of that name writes over it.
      if (component !== undefined) return { found: true, shape: anything, producer: root };
      return below({ found: true, ...initial }, rest, `context:${root}`);
    }
    if (component !== undefined) return this.output(component, rest);
    // `<supervisor>__<subagent>__<n>` is where a supervisor keeps what it delegates.
    if (this.components.has(root.split("__")[0] ?? "")) return { found: true, shape: anything };
    const names = [...this.components.keys(), ...initialContext(this.flow).keys(), "inputs"];
    return missing("output", "which nothing in the flow writes", nearest(root, names));
  }

  history([name]: readonly string[]): StateReading {
    const found: StateReading = { found: true, shape: anything };
    if (name === undefined || name.includes("__")) return found;
    const component = this.components.get(name);
    const speaks = component?.type === "AgentComponent" || component?.type === "OneOffComponent";
    if (speaks && !this.supervisors.has(name)) return { ...found, producer: name };
    const speakers = [...this.components.values()].flatMap((each) => {
      return "promptId" in each && !this.supervisors.has(each.name) ? [each.name] : [];
    });
    const why = component === undefined ? "which is no component" : "which has none of its own";
    return missing("output", why, didYouMean(name, speakers));
  }

  private output(component: FlowComponent, rest: readonly string[]): StateReading {
    const { name, type } = component;
    const owner = this.supervisors.get(name);
    const isSubagent = owner !== undefined && type === "AgentComponent";
    const outputs = isSubagent ? todoOutputs(component) : this.outputsOf(component);
    const [leaf, ...path] = rest;
    if (leaf === undefined) return { found: true, shape: mapping, producer: name };
    const shape = outputs.get(leaf);
    if (shape !== undefined) {
      return below({ found: true, shape, producer: name }, path, `context:${name}.${leaf}`);
    }
    if (isSubagent) {
      const hint = `its answers go to its supervisor: read "context:${owner}.final_answer"`;
      return missing("output", `but "${name}" is a subagent`, hint);
    }
    // Less is known of what the components of experimental flows write.
    if (this.flow.version === "experimental")
      return { found: true, shape: anything, producer: name };
    const hint = hintForLeaf(component, leaf, [...outputs.keys()]);
    return missing("output", `which "${name}" does not write`, hint);
  }

  private outputsOf(component: FlowComponent): Outputs {
    const found = this.outputs.get(component) ?? outputsOf(component, this.inspected);
    this.outputs.set(component, found);
    return found;
  }

  private input([category, ...rest]: readonly string[]): StateReading {
    if (category === undefined) return { found: true, shape: mapping };
    const given = givenInputs.get(category);
    if (given !== undefined) {
      return below({ found: true, shape: given }, rest, `context:inputs.${category}`);
    }
    if (this.categories === undefined) return { found: true, shape: anything };
    const declared = this.categories.get(category);
    if (declared === undefined) {
      const names = [...this.categories.keys(), ...givenInputs.keys()];
      const near = suggest(category, names);
      const hint =
        near === undefined ? `declare "${category}" in flow.inputs` : `did you mean "${near}"?`;
      return missing("category", "a category that the flow does not declare", hint);
    }
    return this.field(declared, rest);
  }

  private field({ category, fields }: FlowInput, [name, ...rest]: readonly string[]): StateReading {
    if (name === undefined) return { found: true, shape: mapping };
    const field = fields.find((each) => each.name === name);
    if (field === undefined) {
      const hint = didYouMean(
        name,
        fields.map((each) => each.name),
      );
      return missing("field", `a field that category "${category}" does not declare`, hint);
    }
    const shape = shapeOfType(field.type);
    const group = field.optional ? `field:${category}.${name}` : `category:${category}`;
    return below({ found: true, shape, group }, rest, `context:inputs.${category}.${name}`);
  }
}

function shapeOfType(type: string): Shape {
  const shapes = { string: text, boolean: flag, integer, array: list };
  return new Map(Object.entries<Shape>(shapes)).get(type) ?? anything;
}

function hintForLeaf(
  { type, name }: FlowComponent,
  leaf: string,
  known: readonly string[],
): string {
  if (type === "AgentComponent" && leaf === "last_todo_write") {
    return `give "${name}" the tool todo_write, whose list this is`;
  }
  if (type === "OneOffComponent" && leaf === "final_answer") {
    return `a OneOffComponent has "tool_responses" instead of an answer`;
  }
  return didYouMean(leaf, known);
}

/** What is near to a name, or begins like it; the list of all names would be of little help. */
function nearest(name: string, names: readonly string[]): string {
  const near = suggest(name, names) ?? names.find((each) => each.startsWith(`${name}_`));
  return near === undefined
    ? "read the output of a component, or what the context has from the start"
    : `did you mean "${near}"?`;
}

function missing(why: MissingValue["why"], message: string, hint: string): MissingValue {
  return { found: false, why, message, hint };
}

/** Goes on from a value along the rest of a path. */
function below(start: FoundValue, rest: readonly string[], name: string): StateReading {
  let { shape } = start;
  let walked = name;
  for (const segment of rest) {
    if (shape.kind === "any" && shape.texts === undefined) return { ...start, shape: anything };
    if (shape.kind !== "mapping") {
      const what = shape.kind === "list" ? "a list" : "not a mapping";
      return {
        ...missing("output", `but "${walked}" is ${what}`, `read "${walked}" as a whole`),
        always: true,
      };
    }
    if (shape.fields === undefined) return { ...start, shape: anything };
    const next = shape.fields.get(segment);
    if (next === undefined) {
      const hint = didYouMean(segment, [...shape.fields.keys()]);
      return missing("output", `but "${walked}" has no "${segment}"`, hint);
    }
    shape = shape.nullable === true ? { ...next, nullable: true } : next;
    walked = `${walked}.${segment}`;
  }
  return { ...start, shape };
}
