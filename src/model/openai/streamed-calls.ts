import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { ReplyPart } from "../chat.ts";
import { freeCallId } from "../streaming/free-call-id.ts";
import { textIn } from "../streaming/text-in.ts";
import { toolCallFrom } from "../streaming/tool-call-from.ts";

interface Call {
  /** Undefined where the server counts nothing. */
  readonly index: number | undefined;
  id: string;
  name: string;
  args: string;
}

/** The calls of a reply that is still coming. */
export class StreamedCalls {
  readonly #calls: Call[] = [];
  readonly #usedIds: ReadonlySet<string>;

  /** The ids are those of the conversation so far. */
  constructor(usedIds: ReadonlySet<string>) {
    this.#usedIds = usedIds;
  }

  get count(): number {
    return this.#calls.length;
  }

  /** Whether each call says which tool it is for. */
  get areNamed(): boolean {
    return this.#calls.every(({ name }) => name !== "");
  }

  /** Takes one item of the `tool_calls` of a delta; gives back what is wrong with it, if anything is. */
  extend(delta: JsonValue): string | undefined {
    if (!isJsonObject(delta)) return "a call that is no object";
    const call = this.#callOf(delta);
    const { function: told } = delta;
    if (!isJsonObject(told)) return undefined;
    // Names come whole; some servers repeat them with every piece of the arguments.
    call.name = textIn(told, "name") || call.name;
    call.args += argsIn(told);
    return undefined;
  }

  parts(): readonly ReplyPart[] {
    const taken = new Set(this.#usedIds);
    return this.#calls.map(({ id, name, args }) => {
      const own = id === "" || taken.has(id) ? freeCallId(taken) : id;
      taken.add(own);
      return toolCallFrom(own, name, args === "" ? "{}" : args);
    });
  }

  /** Some servers count every call as 0, or not at all: then a new id begins a new call. */
  #callOf(delta: JsonObject): Call {
    const index = typeof delta["index"] === "number" ? delta["index"] : undefined;
    const id = textIn(delta, "id");
    const known =
      index === undefined
        ? this.#calls.at(-1)
        : this.#calls.findLast((call) => call.index === index);
    if (known !== undefined && (id === "" || known.id === "" || known.id === id)) {
      known.id ||= id;
      return known;
    }
    const call = { index, id, name: "", args: "" };
    this.#calls.push(call);
    return call;
  }
}

/** Arguments are text; servers that send the object itself mean the same. */
function argsIn({ arguments: args }: JsonObject): string {
  if (typeof args === "string") return args;
  return isJsonObject(args) ? JSON.stringify(args) : "";
}
