import { Stream } from "@anthropic-ai/sdk/core/streaming";
import { isJsonObject, type JsonObject } from "../../core/json.ts";

/** A reply is at most some megabytes; whatever is larger is no reply. */
const maxBytes = 32 * 1024 * 1024;

/** A stream that goes on and on, or unpacks to far more than any reply. */
export class StreamTooLargeError extends Error {
  constructor() {
    super(`more than ${maxBytes / 1024 / 1024} MB`);
    this.name = new.target.name;
  }
}

/** An event whose data is not a JSON object. */
export class UnreadableEventError extends Error {
  constructor() {
    super("an event is not JSON");
    this.name = new.target.name;
  }
}

/**
 * The events of a response, pings included, as the SDK's reader takes them apart.
 *
 * @yields one event after the other, as long as their data is JSON
 */
export async function* streamEvents(response: Response): AsyncGenerator<JsonObject, void> {
  if (response.body === null) return;
  // The reader takes a response, but reads only its body, and that without bounds.
  const body = { value: withinBounds(response.body) };
  const bounded: Response = Object.create(response, { body });
  for await (const { data } of Stream.rawEvents(bounded)) {
    if (data !== "") yield parse(data);
  }
}

async function* withinBounds(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new StreamTooLargeError();
    yield chunk;
  }
}

function parse(data: string): JsonObject {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    throw new UnreadableEventError();
  }
  if (!isJsonObject(event)) throw new UnreadableEventError();
  return event;
}
