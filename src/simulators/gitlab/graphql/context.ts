import type {
  ConsumerRecord,
  FoundationalAgentRecord,
  GitlabState,
  ItemRecord,
  NoteRecord,
  ProjectRecord,
  ToolRecord,
  TriggerRecord,
  UserRecord,
  VersionRecord,
  Viewer,
} from "../state/index.ts";
import type { Measure } from "./request/measure.ts";
import type { Release } from "./schema/index.ts";

/** What an operation is executed with. */
export interface GraphqlContext {
  readonly state: GitlabState;
  readonly viewer: Viewer;
  readonly release: Release;
  /** Address of the instance, for links. */
  readonly url: string;
  readonly measure: Measure;
  readonly maxComplexity: number;
  /** How often something was resolved that a request may only have so often. */
  readonly resolved: Map<string, number>;
  /** What the Duo Workflow Service would say against a flow. */
  readonly validateFlow: (definition: string) => readonly string[];
  readonly views: Views;
}

/** Arguments of a field, which the schema has checked. */
export type Args = Readonly<Record<string, unknown>>;

/** A field that is computed when it is asked for. */
export type Lazy = (args: Args, context: GraphqlContext) => unknown;

/** What the fields of an object are read from: values, or functions that are {@link Lazy}. */
export type View = Readonly<Record<string, unknown>>;

/** How each kind of record is shown. They show each other, so each is reached by way of the context. */
export interface Views {
  readonly consumer: (record: ConsumerRecord) => View;
  readonly foundationalAgent: (record: FoundationalAgentRecord) => View;
  readonly group: (path: string) => View;
  readonly item: (record: ItemRecord) => View;
  readonly note: (record: NoteRecord) => View;
  readonly project: (record: ProjectRecord) => View;
  readonly tool: (record: ToolRecord) => View;
  readonly trigger: (record: TriggerRecord) => View;
  readonly user: (record: UserRecord) => View;
  readonly version: (record: VersionRecord) => View;
}
