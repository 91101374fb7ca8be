import { isJsonObject, type JsonObject } from "../../core/json.ts";

/** What the body of an error says. */
export interface ToldError {
  /** The most exact name of the error. */
  readonly type?: string;
  readonly message?: string;
  /** Where the body repeats it. */
  readonly status?: number;
}

/**
 * Reads the body of an error: OpenAI's `{ error: { message, type, code } }`, and what other servers write:
 * the same without the frame, a plain text in it, or a `detail`.
 */
export function toldError(body: unknown): ToldError {
  if (!isJsonObject(body)) return {};
  const { error = null } = body;
  if (typeof error === "string") return { message: error };
  return fieldsOf(isJsonObject(error) ? error : body);
}

function fieldsOf(error: JsonObject): ToldError {
  const { code, detail } = error;
  const type = textOr(code) ?? textOr(error["type"]);
  const message = textOr(error["message"]) ?? textOr(detail) ?? (detail && JSON.stringify(detail));
  return {
    ...(type === undefined ? {} : { type }),
    ...(typeof message === "string" ? { message } : {}),
    ...(isStatus(code) ? { status: Number(code) } : {}),
  };
}

function textOr(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && !isStatus(value) ? value : undefined;
}

/** Some servers write the status as the code, as a number or as a text. */
function isStatus(code: unknown): boolean {
  return (typeof code === "number" || typeof code === "string") && /^[45]\d\d$/.test(String(code));
}
