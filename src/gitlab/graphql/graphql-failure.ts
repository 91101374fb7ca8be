import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { GitLabError } from "../gitlab-error.ts";
import { quoteForeign } from "../http/describe-body.ts";
import type { GraphqlRequest } from "./graphql-request.ts";

interface Verdict {
  readonly says: RegExp;
  readonly code: ErrorCode;
  readonly hint: string;
  readonly retryable?: boolean;
}

/** What GitLab says in a 200, by the words that tell them apart. */
const verdicts: readonly Verdict[] = [
  {
    says: /complexity of \d+, which exceeds|exceeds max (?:complexity|depth)/i,
    code: "GITLAB_QUERY_TOO_COMPLEX",
    hint: "with a token the limit is higher; fetch fewer items at a time",
  },
  {
    says: /does not exist or you don't have permission/i,
    code: "GITLAB_NOT_FOUND",
    hint: "check the id, the rights of the token's user, and that the token has the scope api where something is created",
  },
  {
    says: /is not a valid Global ID|does not represent an instance of/i,
    code: "GITLAB_REQUEST_REFUSED",
    hint: "ids are the numbers that `flowproof catalog list` prints",
  },
  {
    // A limit of the application, which comes with 200 and without a word of when it ends.
    says: /requested too many times/i,
    code: "GITLAB_RATE_LIMITED",
    hint: "wait until its window has passed; GitLab does not say when that is",
  },
  {
    says: /read-only instance|maintenance/i,
    code: "GITLAB_MAINTENANCE",
    hint: "wait until the instance is back",
  },
  {
    says: /timed out/i,
    code: "GITLAB_TIMEOUT",
    hint: "fetch fewer items at a time",
    retryable: true,
  },
];

/** The error that the `errors` of a GraphQL response mean; undefined where there are none. */
export function graphqlFailure(
  { purpose, mutates }: GraphqlRequest,
  response: JsonObject,
): GitLabError | undefined {
  const errors = response["errors"];
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const words = quoteForeign(errors.map(messageOf).join("; "));
  const known =
    verdicts.find(({ says }) => says.test(words)) ??
    (errors.some(isSchemaError) ? schemaVerdict : undefined);
  return new GitLabError(
    known?.code ?? "GITLAB_REQUEST_REFUSED",
    `${purpose}: GitLab says: ${words}`,
    {
      hint:
        known?.hint ?? "the message is GitLab's own; check the id and what the token's user may do",
      retryable: known?.retryable === true && mutates !== true,
    },
  );
}

const schemaVerdict: Omit<Verdict, "says"> = {
  code: "GITLAB_QUERY_REFUSED",
  hint: "this GitLab is older or newer than what flowproof knows; see which releases docs/catalog.md names",
};

/** An error of validation names the rule in its extensions, and belongs to no field of the answer. */
function isSchemaError(error: JsonValue): boolean {
  if (!isJsonObject(error)) return false;
  const extensions = error["extensions"];
  return (
    isJsonObject(extensions) &&
    typeof extensions["code"] === "string" &&
    error["data"] === undefined
  );
}

function messageOf(error: JsonValue): string {
  const message = isJsonObject(error) ? error["message"] : error;
  return typeof message === "string" ? message : JSON.stringify(error);
}
