export const flowErrors = {
  FLOW_SHAPE_INVALID: {
    kind: "usage",
    text: "A flow config lacks one of its parts, or a part is of the wrong kind: `flow` is a mapping, `components` and `routers` are lists of mappings. Only chat-partial flows may leave out `flow` and `routers`.",
  },
  FLOW_VERSION_INVALID: {
    kind: "usage",
    text: "A flow config says no `version`, or one that the service does not know. New flows are `version: v1`.",
  },
  FLOW_ENVIRONMENT_INVALID: {
    kind: "usage",
    text: "A flow config says no `environment`, or an unknown one, such as the `web` that some of GitLab's examples print. `ambient` runs by itself, `chat` is a conversation that walks a graph, `chat-partial` is one agent whose system prompt and tools a chat uses.",
  },
  FLOW_ENTRY_POINT_INVALID: {
    kind: "usage",
    text: "`flow.entry_point` must name a component that has a router of its own, or `end` or `abort`. The subagents of a supervisor cannot be entered.",
  },
  FLOW_CONTEXT_INVALID: {
    kind: "usage",
    text: "An entry of `flow.inputs` declares a category of additional context. It needs a `category` and an `input_schema`, a mapping from the name of a field to its `type`.",
  },
  FLOW_PROMPT_INVALID: {
    kind: "usage",
    text: "An entry of `prompts` needs `prompt_id`, `name`, `unit_primitives` and `prompt_template`, and may have `params`, `model` and `operation_type`. Other keys are refused, although components ignore theirs. `unit_primitives: [duo_agent_platform]` and any `name` will do.",
  },
  FLOW_CHAT_PARTIAL_INVALID: {
    kind: "usage",
    text: "A flow in environment chat-partial is one AgentComponent with a `toolset`, and at most one prompt: its own, or one of the registry through `prompt_version`, but not both.",
  },
  FLOW_RESPONSE_SCHEMA_INVALID: {
    kind: "usage",
    text: "A response schema is JSON Schema that becomes the tool through which an agent answers: an object at its root, at most ten objects and lists deep below it, with a `type` of one word for every field, and field names that begin with a letter.",
  },
  FLOW_RESPONSE_SCHEMA_UNKNOWN: {
    kind: "usage",
    text: "An agent names a response schema that the flow does not define. `response_schema_id` refers to an entry of `response_schemas`; only with `response_schema_version` to the registry.",
  },
  FLOW_COMPONENT_INVALID: {
    kind: "usage",
    text: "A component lacks a field that its type needs, or has one of the wrong kind or out of bounds. Keys that a component does not know are ignored, as in the service. Names are unique, and `end` and `abort` are taken.",
  },
  FLOW_TOOLSET_INVALID: {
    kind: "usage",
    text: "`toolset` is a list of tool names, or of mappings from a tool's name to the arguments that the flow fixes. A deterministic step needs its own tool in it.",
  },
  FLOW_INPUT_INVALID: {
    kind: "usage",
    text: "An input reads the state: `target:path.to.value`, or a mapping with `from`, and perhaps `as` and `optional`. Targets are context, conversation_history, status, ui_chat_log and agent_context_limits; one-off components and deterministic steps read only the first two. With `literal: true` the text of `from` is the value, and `as` its name.",
  },
  FLOW_TEMPLATE_INVALID: {
    kind: "usage",
    text: "A prompt's template is not Jinja2 that the service reads: its syntax is broken, it uses a filter, test or tag that does not exist, or it includes a file that is not there.",
  },
  FLOW_VARIABLE_MISSING: {
    kind: "usage",
    text: "A template uses a variable that none of the component's inputs gives. A variable counts as used wherever it occurs, also in a condition, and also when it is set in only one branch of an `if`. The service itself gives history, current_date, current_time and current_timezone.",
  },
  FLOW_SUBAGENT_INVALID: {
    kind: "usage",
    text: "A supervisor's `subagents` are mappings with the `name` of an AgentComponent that is no supervisor itself, belongs to no other supervisor, and has a `description` that says what it is for.",
  },
  FLOW_ROUTER_INVALID: {
    kind: "usage",
    text: "A router goes from a component to another one, to `end` or to `abort`, and there is one for each component: with `to`, or with a `condition` that has an `input` from context or status, and `routes` from the values as text to components.",
  },
  FLOW_PROMPT_UNSAFE: {
    kind: "usage",
    text: "The service refuses prompts of a flow that contain its own control tags (`<system>`, `<goal>`), HTML comments, comments hidden in Markdown links, or invisible characters.",
  },
  FLOW_REFERENCE_INVALID: {
    kind: "usage",
    text: "A flow is named by a path to a .yml file, or by its reference, which begins with a letter and has only small letters, digits and underscores, perhaps with a version: `data_analyst`, `data_analyst@^1.0.0`.",
  },
  FLOW_PATH_OUTSIDE: {
    kind: "usage",
    text: "A link in a folder of flows, prompts or response schemas leads out of that folder. As in the service, links are followed only within one; otherwise a folder from somebody else could put any file of this machine into a prompt.",
  },
  FLOW_NOT_FOUND: {
    kind: "usage",
    text: "No folder of flows has that reference, or there is no such file. Flows lie at `<folder>/<reference>/<version>.yml`; the folders are `flows`, and what flowproof.yml says at `registries.flows`.",
  },
  FLOW_VERSION_NOT_FOUND: {
    kind: "usage",
    text: "The flow exists, but not in a version that satisfies the constraint. Without a constraint it is exactly 1.0.0, as in the service. Constraints are Poetry's: `1.2.0`, `^1.0.0`, `~1.2`, `>=1.0.0,<3`.",
  },
  FLOW_PROMPT_NOT_FOUND: {
    kind: "usage",
    text: "A component names a prompt that is neither in the flow nor, when it names a version, in a folder of prompts (`<prompt_id>/base/<version>.yml`, configured at `registries.prompts`).",
  },
  FLOW_PROMPT_VERSION_NOT_FOUND: {
    kind: "usage",
    text: "The prompt exists in the registry, but not in a version that satisfies the component's `prompt_version`.",
  },
  FLOW_RESPONSE_SCHEMA_NOT_FOUND: {
    kind: "usage",
    text: "An agent names a version of a response schema that no folder of response schemas has (`<response_schema_id>/base/<version>.json`, configured at `registries.response_schemas`).",
  },
  TEMPLATE_SYNTAX: {
    kind: "usage",
    text: "A prompt template cannot be read: a tag that is not closed, a tag, filter or test that the service does not know, an expression that is none. The service loads no extensions, so `do`, `break`, `continue`, `trans` and `debug` do not exist. It refuses such a template before it runs.",
  },
  TEMPLATE_UNDEFINED: {
    kind: "usage",
    text: "A template uses something that is not there: an attribute of a variable that was not given, or a sum with one. Printing an unknown name prints nothing, and testing it is false; looking inside of it is an error. Pass the variable, or guard the place with `is defined`.",
  },
  TEMPLATE_SECURITY: {
    kind: "usage",
    text: "A template does what the service's sandbox forbids: any call, also of a macro, of `range()` or of a method such as `.items()`; `*` and `**`; an empty delimiter for `split`; text for `parse_json` that is no JSON. The service accepts such a template and ends the flow when it comes to the place. Filters do the work of methods: `dict|items`, `text|upper`.",
  },
  TEMPLATE_RUNTIME: {
    kind: "usage",
    text: "A template fails while it is rendered as Python would: numbers added to texts, a loop over something that is none, a value that a filter cannot take. The message and the name of the exception are those that the service would show.",
  },
  TEMPLATE_LIMIT: {
    kind: "usage",
    text: "A template asks for more work, text or nesting than one prompt may. The limits count steps and characters and hold alike on every machine; real prompts stay a hundred times below them. A template that reaches one is broken or hostile.",
  },
  TEMPLATE_NOT_FOUND: {
    kind: "usage",
    text: "A template includes, extends or imports another one that does not exist. Names are looked up in the folder of the prompt registry and nowhere else; `flowproof.yml` names the folder under `registries`.",
  },
  LOCK_INVALID: {
    kind: "usage",
    text: "flowproof.lock.json is not a lock that this version can read: it was edited by hand, merged wrongly, or written by a newer version. Take the one of the last commit, or remove it and fetch again.",
  },
} as const;
