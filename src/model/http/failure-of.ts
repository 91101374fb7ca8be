import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import { ModelError } from "../model-error.ts";
import { type HttpFailure, httpFailure } from "./http-failure.ts";

/** How servers say that a model, or they themselves, cannot call tools. */
const sayings: readonly RegExp[] = [
  /\b(?:does|do)(?: not|n't) support (?:tool|function|native tool)/i,
  /\b(?:tools?|functions?|tool[ _](?:use|calls?|calling|choice)|function[ _]calling)['"`]? (?:is|are) not (?:supported|enabled|available)/i,
  /\btool choice requires\b/i,
  /\btools? param(?:eter)? requires\b/i,
  /\bunsupported param(?:eter)?: ['"`]?tools\b/i,
  /\bno endpoints found that support tool/i,
];

const maxMessage = 300;

/** The one place that says what it means that a request failed, which offered tools or none. */
export function failureOf(isOffering: boolean, failure: HttpFailure): ModelError {
  return (isOffering ? withoutTools(failure) : undefined) ?? httpFailure(failure);
}

/** The failure of a request that offered tools to something that cannot call any; undefined of any other. */
function withoutTools(failure: HttpFailure): ModelError | undefined {
  const { model, status, type, requestId } = failure;
  const words = foldWhitespace(printable(failure.message ?? ""));
  if (status < 400 || !sayings.some((saying) => saying.test(words))) return undefined;
  return new ModelError(
    "MODEL_WITHOUT_TOOLS",
    `${model}: the server says that tools cannot be called (${status}): ${clip(words, maxMessage)}`,
    {
      status,
      type,
      retryable: false,
      requestId,
      hint: "start the server with its tool-call parser or chat template for tools, name a model that calls tools, or offer them in the prompt with --prompted-tools",
    },
  );
}
