import type { Clock } from "../../core/clock.ts";
import { streamFrom } from "../stream-from.ts";

/** A stream that does not arrive as it was sent. */
export type StreamFault =
  /** The connection is reset after so many bytes; after none, before the head of the response. */
  | { readonly type: "reset"; readonly atByte: number }
  /** The response ends in good order after so many bytes, as if it were complete. */
  | { readonly type: "cut"; readonly atByte: number }
  /** So many bytes at a time, with pauses. */
  | { readonly type: "drip"; readonly bytes: number; readonly pauseMs: number }
  /** It comes whole, but the arguments of its first call are no JSON. */
  | { readonly type: "garble" };

/** Thrown into a response so that whoever serves it resets the connection. */
class SimulatedResetError extends Error {
  constructor() {
    super("simulated reset");
    this.name = new.target.name;
  }
}

/** A response with its fault. */
export function spoil(
  text: string,
  fault: StreamFault,
  sleep: Clock["sleep"],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (fault.type === "garble") return streamOf([new TextEncoder().encode(garbled(text))]);
  const bytes = new TextEncoder().encode(text);
  if (fault.type === "drip") return streamFrom(drip(bytes, fault, sleep));
  const error = fault.type === "reset" ? new SimulatedResetError() : undefined;
  return streamOf([bytes.slice(0, fault.atByte)], error);
}

/** In the words of both interfaces. */
function garbled(text: string): string {
  return text.replace(/"(partial_json|arguments)":"\{/, '"$1":"!{');
}

function streamOf(
  chunks: readonly Uint8Array<ArrayBuffer>[],
  error?: Error,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = chunks.filter(({ length }) => length > 0);
  return new ReadableStream({
    pull(controller) {
      const chunk = left.shift();
      if (chunk !== undefined) controller.enqueue(chunk);
      else if (error !== undefined) controller.error(error);
      else controller.close();
    },
  });
}

async function* drip(
  bytes: Uint8Array<ArrayBuffer>,
  { bytes: size, pauseMs }: Extract<StreamFault, { type: "drip" }>,
  sleep: Clock["sleep"],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (let start = 0; start < bytes.length; start += size) {
    if (start > 0) await sleep(pauseMs);
    yield bytes.slice(start, start + size);
  }
}
