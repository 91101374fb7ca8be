import { expect, test } from "vitest";
import { secretValuesFromEnv } from "./secret-values.ts";

test.each([
  ["ANTHROPIC_API_KEY", "sk-ant-1"],
  ["OPENAI_APIKEY", "abcdef"],
  ["GITLAB_TOKEN", "glpat-abc"],
  ["CI_JOB_TOKEN", "64_abcdef"],
  ["CI_REGISTRY_PASSWORD", "swordfish"],
  ["DB_PASSWD", "swordfish"],
  ["CLIENT_SECRET", "my-own-secret"],
  ["SECRET", " padded-secret "],
  ["AWS_SECRET_ACCESS_KEY", "abcdefgh/ijk"],
  ["SSH_PRIVATE_KEY", "-----BEGIN"],
  ["GOOGLE_CREDENTIALS", '{"a":1}'],
  ["DEPLOY_KEY", "abc123def456"],
  ["npm_config__auth", "dXNlcjpwYXNz1"],
])("%s=%s is a secret", (name, value) => {
  expect(secretValuesFromEnv({ [name]: value })).toEqual([value.trim()]);
});

test.each([
  ["PATH", "/usr/bin:/bin"],
  ["PWD", "/home/me/project1"],
  ["HOME", "/home/me"],
  ["ANTHROPIC_API_KEY", "x"],
  ["ANTHROPIC_API_KEY", ""],
  ["ANTHROPIC_API_KEY", undefined],
  ["API_KEY", "$OTHER_KEY"],
  ["API_KEY", "xxxxxxxx"],
  ["MAX_TOKENS", "40960000"],
  ["TOKEN", "12345678"],
  ["TOKEN", "enabled"],
  ["PASSWORD", "changeme"],
  ["SSL_KEY", "/etc/ssl/private/key.pem"],
  ["SSH_AUTH_SOCK", "/tmp/ssh-1/agent.2"],
  ["GOOGLE_CREDENTIALS_FILE", "key-1.json-file"],
  ["TOKEN_URL", "https://example.com/token1"],
  ["AWS_ACCESS_KEY_ID", "AKIA1234"],
  ["CI_JOB_TOKEN_SCOPE", "project-scope-1"],
  ["KEYBOARD_LAYOUT", "us-international-1"],
  ["MONKEY", "abc123def456"],
  ["AUTH", "disabled"],
  ["SORT_KEY", "created_at"],
  ["XDG_SESSION_TYPE", "wayland-session-1"],
])("%s=%s is not", (name, value) => {
  expect(secretValuesFromEnv({ [name]: value })).toEqual([]);
});

test("the values are sorted, and each is there once", () => {
  expect(
    secretValuesFromEnv({ B_TOKEN: "secret-b", A_TOKEN: "secret-a", C_TOKEN: "secret-b" }),
  ).toEqual(["secret-a", "secret-b"]);
});
