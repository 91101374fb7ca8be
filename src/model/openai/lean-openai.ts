import { APIError, OpenAI } from "openai";

type StatusError = ConstructorParameters<typeof APIError<number, Headers>>;

/** The SDK's client, whose errors keep the whole body: the SDK's own keep what stands under `error` only. */
export class LeanOpenAi extends OpenAI {
  protected override makeStatusError(...told: StatusError): APIError {
    return new APIError(...told);
  }
}
