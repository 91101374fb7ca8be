/** What is sent to an instance, apart from where to and with which token. */
export interface GitLabRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the address of the instance, with its query: `/api/graphql`. */
  readonly path: string;
  readonly body?: string | undefined;
  /** For messages: what is being done, such as `reading item 348`. */
  readonly purpose: string;
}

/** A response that has been read to its end. */
export interface GitLabResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it came from, for messages. */
  readonly url: string;
}
