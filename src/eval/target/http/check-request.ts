import type { JsonObject } from "../../../core/json.ts";
import { isJsonObject } from "../../../core/json.ts";
import { didYouMean } from "../../../core/text/suggest.ts";
import { TemplateError } from "../../../flow/index.ts";
import type { SuitePath, SuiteReader } from "../../suite/suite-reader.ts";
import { headerText } from "./header-keys.ts";
import type { HeaderValue } from "./http-target.ts";
import { requestVariables, templatesIn, unknownVariables } from "./template-body.ts";

interface RequestPlace {
  readonly reader: SuiteReader;
  /** Of `http:`. */
  readonly path: SuitePath;
}

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reports what no schema can tell of a request; whether all is right. */
export function checkRequest(
  block: JsonObject,
  headers: ReadonlyMap<string, HeaderValue>,
  place: RequestPlace,
): boolean {
  const { url, body, query, stream, response } = block;
  const answer = isJsonObject(response) ? response["answer"] : undefined;
  const problems = [
    checkUrl(typeof url === "string" ? url : "", headers, place),
    checkHeaders(block["headers"], place),
    ...(["body", "query"] as const).map((key) => checkTemplates({ body, query }[key], key, place)),
    (answer === undefined) === (stream === undefined)
      ? add(place, answer === undefined ? [] : ["stream"], {
          message:
            answer === undefined
              ? "nothing says where the response has the answer"
              : "the answer comes in one piece and as a stream at once",
          hint: "write `response: { answer: … }`, or `stream: { delta: …, done: … }`",
        })
      : true,
    block["method"] === "GET" && body !== undefined
      ? add(place, ["body"], { message: "a GET has no body", hint: "write `query`, or POST" })
      : true,
  ];
  return problems.every(Boolean);
}

function checkUrl(
  text: string,
  headers: ReadonlyMap<string, HeaderValue>,
  place: RequestPlace,
): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) {
    return add(place, ["url"], { message: "the address is no http or https URL" });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return add(place, ["url"], {
      message: "the address holds a user, a password, a query or a fragment",
      hint: "addresses are printed: write `query`, and keys as headers with { env: NAME }",
    });
  }
  const hasKey = [...headers.values()].some(({ type }) => type === "env");
  if (url.protocol === "https:" || !hasKey || loopback.has(url.hostname)) return true;
  return add(place, ["url"], {
    message: "a header of the environment would be sent over http, for others to read",
    hint: "use https",
  });
}

/** Headers are no templates: whatever a user says could end one, and begin another. */
function checkHeaders(headers: JsonObject[string] | undefined, place: RequestPlace): boolean {
  return Object.entries(isJsonObject(headers) ? headers : {})
    .map(([name, value]) => {
      const text = isJsonObject(value) ? value["prefix"] : value;
      if (typeof text !== "string") return true;
      const at = ["headers", name];
      if (!headerText.test(text)) {
        return add(place, at, { message: "a header has only ASCII characters and no line breaks" });
      }
      if (!/\{[{%#]/u.test(text)) return true;
      const hint = "headers are sent as they are: write it into `query` or `body`";
      return add(place, at, { message: "a header is no template", hint });
    })
    .every(Boolean);
}

function checkTemplates(
  value: JsonObject[string] | undefined,
  key: string,
  place: RequestPlace,
): boolean {
  if (value === undefined) return true;
  return [...templatesIn(value)]
    .map(([path, text]) => {
      const at = [key, ...path];
      try {
        const [name] = unknownVariables(text);
        if (name === undefined) return true;
        const message = `a request has no "${name}" to fill in`;
        return add(place, at, { message, hint: didYouMean(name, requestVariables) });
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        return add(place, at, { message: `the template cannot be read: ${error.message}` });
      }
    })
    .every(Boolean);
}

function add(
  { reader, path }: RequestPlace,
  inner: SuitePath,
  problem: { readonly message: string; readonly hint?: string | undefined },
): false {
  reader.add({ path: [...path, ...inner], code: "TARGET_INVALID", ...problem });
  return false;
}
