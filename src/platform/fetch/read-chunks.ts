import { PooledResponse } from "./pooled-response.ts";

/**
 * Reads the body of a response part by part, as it comes; what the reader throws gives up the rest. Of a
 * pooled response this is several times cheaper than its stream.
 *
 * @throws whatever the reader throws, and the reason why a body did not come to its end.
 */
export async function readChunks(
  response: Response,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  if (response instanceof PooledResponse) return response.read(onChunk);
  for await (const chunk of response.body ?? []) onChunk(chunk);
}
