import type { JsonValue } from "../../../core/json.ts";
import { jsonEqual } from "../../../core/match/json-equal.ts";
import { EventReader } from "../../../platform/index.ts";
import { valueAt } from "../value-at.ts";
import type { StreamPaths } from "./http-target.ts";

/** Puts an answer together that comes as server-sent events. */
export class StreamAnswer {
  /** The data of every event that is JSON. */
  readonly events: JsonValue[] = [];
  isDone = false;
  text = "";
  private readonly paths: StreamPaths;
  private readonly reader: EventReader;
  private readonly onPart: () => void;

  /** @param onPart hears of each part of the answer, before it counts as more than the first */
  constructor(paths: StreamPaths, onPart: () => void) {
    this.paths = paths;
    this.onPart = onPart;
    this.reader = new EventReader((data) => this.take(data));
  }

  add(chunk: Uint8Array): void {
    this.reader.add(chunk);
  }

  private take(data: string): void {
    if (this.isDone) return;
    const { done, delta } = this.paths;
    if (done.type === "data" && data === done.data) {
      this.isDone = true;
      return;
    }
    const event = jsonOf(data);
    if (event === undefined) return;
    this.events.push(event);
    const part = valueAt(event, delta);
    if (typeof part === "string" && part !== "") {
      this.onPart();
      this.text += part;
    }
    if (done.type !== "value") return;
    const found = valueAt(event, done.at);
    this.isDone = found !== undefined && jsonEqual(found, done.equals);
  }
}

/** What is no JSON has no part of an answer: comments of proxies, names of events. */
function jsonOf(data: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(data);
    return value;
  } catch {
    return undefined;
  }
}
