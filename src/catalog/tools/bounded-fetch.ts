/**
 * A `fetch` whose responses end with an error when they have more than so many bytes, all together.
 *
 * @param onExcess hears of it, because the SDK keeps what happens to a stream to itself
 */
export function boundedFetch(
  fetch: typeof globalThis.fetch,
  { maxBytes, onExcess }: { readonly maxBytes: number; readonly onExcess: (error: Error) => void },
): typeof globalThis.fetch {
  let total = 0;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          total += chunk.byteLength;
          if (total <= maxBytes) return controller.enqueue(chunk);
          const error = new Error(`it sends more than ${maxBytes} bytes`);
          onExcess(error);
          return controller.error(error);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}
