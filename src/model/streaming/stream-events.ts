import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { EventReader, readChunks } from "../../platform/index.ts";

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
 * Reads the data of a response's events, pings included; the listener may throw to read no further. Not with
 * an SDK's reader: their streams cost more than all the rest of a request.
 *
 * @throws StreamTooLargeError, and the reason why a body did not come to its end.
 */
export async function readEvents(
  response: Response,
  onData: (data: string) => void,
): Promise<void> {
  const reader = new EventReader(onData);
  let bytes = 0;
  await readChunks(response, (chunk) => {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new StreamTooLargeError();
    reader.add(chunk);
  });
}

/**
 * The data of an event, which is JSON of an object.
 *
 * @throws UnreadableEventError
 */
export function parseEvent(data: string): JsonObject {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    throw new UnreadableEventError();
  }
  if (!isJsonObject(event)) throw new UnreadableEventError();
  return event;
}
