import type { ApiError } from "./api-error.ts";

export type BodyText =
  | { readonly ok: true; readonly value: unknown }
  | ({ readonly ok: false } & Omit<ApiError, "id">);

/** A body as JSON, of which no more is read than may be sent. */
export async function readBody(request: Request, maxBytes: number): Promise<BodyText> {
  const text = await textWithin(request, maxBytes);
  if (text === undefined) {
    return {
      ok: false,
      status: 413,
      type: "request_too_large",
      message: "Request exceeds the maximum size",
    };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return {
      ok: false,
      status: 400,
      type: "invalid_request_error",
      message: "The request body is not valid JSON",
    };
  }
}

async function textWithin({ body }: Request, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
