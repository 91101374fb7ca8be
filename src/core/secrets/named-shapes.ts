import { looksLikePassword, looksRandom } from "./looks-random.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { TokenShape } from "./token-shape.ts";

/** What a value is called by where it is a secret whatever its form. */
export const secretNames: string = String.raw`(?:api[_-]?key|(?:secret[_-]?)?access[_-]?key|secret|passw(?:or)?d|passphrase|(?:access|auth|refresh|private|bot|deploy|job)[_-]?token|private[_-]?key|credential)s?`;
/** Every spelling of these names has one of them in it; a plain `token`, as in counts of tokens, has none. */
const secretSigns: readonly string[] = [
  ...["api", "access", "private"].flatMap((word) => spellings(word, "key")),
  ...["access", "auth", "refresh", "private", "bot", "deploy", "job"].flatMap((word) =>
    spellings(word, "token"),
  ),
  "secret",
  "passwd",
  "password",
  "passphrase",
  "credential",
];

function spellings(word: string, last: string): readonly string[] {
  return ["", "_", "-"].map((between) => word + between + last);
}
/** A quote, also within JSON within JSON. */
const quote = String.raw`(?:\\{0,3}["'])`;
const sign = String.raw`\s{0,3}(?::=|=>|:|=)\s{0,3}`;

/** Secrets that only their surroundings show: a header, a parameter, an assignment. All ignore case. */
export const namedShapes: readonly TokenShape[] = [
  {
    id: "url-password",
    signs: ["://"],
    pattern: /:\/\/[^\s:@/"'<>{}\\]{0,64}:([^\s:@/"'<>{}\\]{3,256})@/gi,
    accepts: (secret) => !isPlaceholder(secret),
  },
  {
    id: "url-parameter",
    signs: ["token=", "key=", "secret=", "password=", "sig=", "signature="],
    pattern:
      /[?&](?:private_token|access_token|job_token|token|api[_-]?key|key|secret|client_secret|password|sig|signature|x-amz-signature|x-amz-security-token)=([^&#\s"'<>\\]{8,2000})/gi,
    accepts: looksLikePassword,
  },
  {
    id: "authorization",
    signs: ["bearer", "authorization"],
    pattern: new RegExp(
      `(?<![a-z0-9])(?:bearer|(?:authorization${quote}?${sign}${quote}?(?:basic|token)))\\s{1,3}([A-Za-z0-9._~+/=-]{16,2000})`,
      "gi",
    ),
    accepts: looksRandom,
  },
  {
    id: "secret-header",
    signs: ["-token", "api-key"],
    pattern: new RegExp(
      `(?<![a-z0-9])(?:private-token|job-token|deploy-token|x-gitlab-token|x-auth-token|x-api-key|api-key|x-goog-api-key)${quote}?${sign}${quote}?([A-Za-z0-9._~+/=-]{12,2000})`,
      "gi",
    ),
    accepts: looksRandom,
  },
  {
    id: "quoted-assignment",
    signs: secretSigns,
    pattern: new RegExp(
      `${secretNames}${quote}?${sign}${quote}([^"'\\s\\\\]{10,300})\\\\{0,3}["']`,
      "gi",
    ),
    accepts: looksLikePassword,
  },
  {
    id: "bare-assignment",
    signs: secretSigns,
    pattern: new RegExp(
      `${secretNames}(?:=|:\\s{1,3})([A-Za-z0-9+=_.~!@#%^*-]{12,300})(?![A-Za-z0-9(/[])`,
      "gi",
    ),
    accepts: looksLikePassword,
  },
];
