export const gitlabErrors = {
  GITLAB_URL_INVALID: {
    kind: "usage",
    text: "The address of the GitLab instance cannot be used: it is not an http or https URL, or it holds a password, a query or a fragment. Give the address that a browser shows on the start page, for example https://gitlab.com; an instance below a path keeps its path.",
  },
  GITLAB_URL_INSECURE: {
    kind: "usage",
    text: "A token would be sent over http, which anyone on the way can read. Only loopback addresses, localhost and names under .localhost and .test may be reached so; --allow-insecure allows others.",
  },
  GITLAB_TOKEN_MISSING: {
    kind: "usage",
    text: "The command needs a token and was given none. Set GITLAB_TOKEN, or GITLAB_API_TOKEN, and write - in the place of the token. A job token (CI_JOB_TOKEN) is not accepted by GitLab's GraphQL API.",
  },
  GITLAB_TOKEN_INVALID: {
    kind: "usage",
    text: "What was given as a token cannot be one: it is empty, or holds white space, line breaks or characters outside of ASCII. Most often a line break was copied with it.",
  },
  GITLAB_TOKEN_REFUSED: {
    kind: "usage",
    text: "GitLab answered 401: the token is wrong, expired or revoked, or it lacks the scope. Reading needs read_api, creating needs api. Job tokens are refused by the GraphQL API.",
  },
  GITLAB_FORBIDDEN: {
    kind: "usage",
    text: "GitLab answered 403: the user of the token may not use the API (blocked, terms not accepted, an address that is not on the list), or not this part of it.",
  },
  GITLAB_NOT_FOUND: {
    kind: "usage",
    text: "GitLab answers in the same way for what does not exist and for what the token may not see. Check the id, the address of the instance, and the rights of the token's user.",
  },
  GITLAB_REQUEST_REFUSED: {
    kind: "usage",
    text: "GitLab understood the request and refused it. The message is GitLab's own.",
  },
  GITLAB_QUERY_REFUSED: {
    kind: "usage",
    text: "The instance's GraphQL schema does not know what was asked. It is older or newer than what this version of flowproof knows; the AI Catalog is experimental and changes between releases of GitLab.",
  },
  GITLAB_QUERY_TOO_COMPLEX: {
    kind: "usage",
    text: "The instance limits how complex a query may be, and the limit was reached. With a token the limit is higher than without.",
  },
  GITLAB_NOT_JSON: {
    kind: "usage",
    text: "Something answered with a page for people instead of data: a login page, a proxy's notice, another program. Most likely the address is not that of the GitLab instance.",
  },
  GITLAB_REDIRECTED: {
    kind: "usage",
    text: "The instance sends on to another server, or round in circles. The token is never sent to another server. Give the address that answers by itself.",
  },
  GITLAB_RESPONSE_TOO_LARGE: {
    kind: "usage",
    text: "A response was larger than any that is expected, and was not read to its end.",
  },
  GITLAB_RESPONSE_UNREADABLE: {
    kind: "unavailable",
    text: "A response says that it is JSON and is not, or is cut off. Part of an answer is not an answer.",
  },
  GITLAB_RATE_LIMITED: {
    kind: "unavailable",
    text: "GitLab answered 429 more often than the retries allow, or asks to wait longer than a minute. Lower --jobs, or come back later.",
  },
  GITLAB_MAINTENANCE: {
    kind: "unavailable",
    text: "The instance is in maintenance mode or is being deployed. Reading may work, writing does not.",
  },
  GITLAB_UNAVAILABLE: {
    kind: "unavailable",
    text: "GitLab answered with a server error more often than the retries allow.",
  },
  GITLAB_UNREACHABLE: {
    kind: "unavailable",
    text: "No connection to the instance could be made, or it broke, more often than the retries allow. Proxies are taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; certificates of a private authority from NODE_EXTRA_CA_CERTS.",
  },
  GITLAB_TIMEOUT: {
    kind: "unavailable",
    text: "The instance did not answer in time.",
  },
} as const;
