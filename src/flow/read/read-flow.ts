import type { ServiceYaml } from "../../yaml/index.ts";
import type { FlowComponent } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import { isBeforeBuild } from "../problem/flow-rule.ts";
import { ConfigNode, ConfigSource } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import type { FlowDraft } from "./flow-draft.ts";
import { readComponent } from "./read-component.ts";
import { readFlowInputs } from "./read-flow-inputs.ts";
import { readHeader } from "./read-header.ts";
import { readPrompt } from "./read-prompt.ts";
import { readResponseSchema } from "./read-response-schema.ts";
import { readRouter } from "./read-router.ts";
import { reportChatPartial } from "./report-chat-partial.ts";
import { ShapeReader } from "./shape-reader.ts";

/** Reads a flow's file into the model, reporting everything that cannot be part of it. */
export function readFlow(yaml: ServiceYaml, text: string): FlowDraft {
  const source = new ConfigSource(yaml);
  const root = new ConfigNode(source, yaml.value);
  if (root.dict === undefined) {
    const message = `a flow must be a mapping, not ${describeValue(root.value)}`;
    root.report({ rule: "E02", message, hint: 'begin with "version: v1"' });
  }
  for (const { key, node } of root.entries()) {
    if (node.keyKind === undefined) continue;
    const message = `the key "${key}" is not a text but ${node.keyKind}`;
    node.reportKey({ rule: "E06", message, hint: "put it in quotes" });
  }
  const header = readHeader(root);
  source.version = header.version;
  const partial = header.environment === "chat-partial";
  const shape = new ShapeReader(root, partial);
  const flowNode = shape.mapping("flow");
  const components = shape.mappings("components");
  const routers = shape.mappings("routers");
  const prompts = shape.list("prompts");
  const responseSchemas = shape.list("response_schemas");

  const built = components
    .flatMap((node, index) => readComponent(node, index + 1) ?? [])
    .map((component) => (partial ? withName(component) : component));
  const entryPoint = shape.entryPoint(flowNode);
  const flow: Flow = {
    ...root.located,
    file: yaml.file,
    text,
    ...header,
    entryPoint: (partial ? built[0]?.name : entryPoint) ?? "",
    inputs: readFlowInputs(flowNode),
    components: built,
    routers: routers.flatMap((node, index) => readRouter(node, index + 1) ?? []),
    prompts: prompts.flatMap((node, index) => readPrompt(node, index + 1) ?? []),
    responseSchemas: responseSchemas.flatMap(
      (node, index) => readResponseSchema(node, index + 1) ?? [],
    ),
    rangeOf: yaml.rangeOf,
  };
  // What is only near to it may mean another environment.
  if (partial && root.child("environment").value === header.environment) reportChatPartial(root);
  // Of a chat-partial flow the service builds nothing, so that nothing in its parts can be wrong.
  const problems = partial ? source.problems.filter(isBeforeBuild) : source.problems;
  return {
    flow,
    problems,
    names: textsOf(components, "name"),
    starts: textsOf(routers, "from"),
    root,
    complete: shape.complete,
  };
}

/** Only chat-partial does not ask for a name; the record of a run does. */
function withName(component: FlowComponent): FlowComponent {
  return component.name === "" ? { ...component, name: "agent" } : component;
}

function textsOf(nodes: readonly ConfigNode[], key: string): ReadonlySet<string> {
  const texts = nodes.map((node) => node.child(key).value);
  return new Set(texts.filter((text) => typeof text === "string"));
}
