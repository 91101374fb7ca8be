import { looksRandom } from "./looks-random.ts";
import { escapeForPattern, type TokenShape } from "./token-shape.ts";

const any = "[A-Za-z0-9_-]";
const alphanumeric = "[A-Za-z0-9]";
const notAfterWord = "(?<![A-Za-z0-9_])";
/** The tail of GitLab's routable tokens. */
const routable = String.raw`(?:\.[0-9a-z]{2}\.?[0-9a-z]{7,9})?`;

/**
 * Tokens that begin with a prefix of their maker. A dash may stand before the prefix, because a GitLab
 * instance can put a prefix of its own there.
 */
export const prefixedShapes: readonly TokenShape[] = [
  prefixed(
    "gitlab-access-token",
    ["glpat-", "gldt-", "glft-", "gloas-"],
    `${any}{20,300}${routable}`,
  ),
  prefixed(
    "gitlab-service-token",
    ["glsoat-", "glffct-", "glwt-", "glimt-", "glagent-"],
    `${any}{20,300}`,
  ),
  prefixed("gitlab-runner-token", ["glrt-", "glrtr-"], `(?:t[0-9]_)?${any}{20,300}${routable}`),
  prefixed("gitlab-job-token", ["glcbt-"], `(?:${alphanumeric}{1,5}_)?${any}{20,300}`),
  prefixed("gitlab-trigger-token", ["glptt-"], "[0-9a-fA-F]{40}"),
  prefixed("gitlab-runner-registration", ["GR1348941"], `${any}{20}`),
  prefixed("gitlab-session", ["_gitlab_session="], "[0-9a-z]{32}"),
  prefixed("anthropic", ["sk-ant-"], `${any}{20,300}`),
  prefixed(
    "openai",
    ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-", "sk-or-v1-"],
    `${any}{20,300}`,
  ),
  prefixed("openai-legacy", ["sk-"], `${alphanumeric}{32,100}`),
  prefixed("aws-key-id", ["AKIA", "ASIA", "ABIA", "ACCA"], "[A-Z2-7]{16}(?![A-Z0-9])"),
  prefixed("google-api-key", ["AIza"], `${any}{35}(?!${any})`),
  prefixed("github", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], `${alphanumeric}{36,255}`),
  prefixed("github-fine-grained", ["github_pat_"], "[A-Za-z0-9_]{60,255}"),
  prefixed(
    "slack",
    ["xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-"],
    "[A-Za-z0-9-]{20,200}",
  ),
  prefixed("slack-app", ["xapp-"], "[A-Za-z0-9-]{20,200}"),
  prefixed(
    "slack-hook",
    ["hooks.slack.com/services/", "hooks.slack.com/workflows/"],
    "[A-Za-z0-9+/]{40,60}",
  ),
  prefixed(
    "discord-hook",
    ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
    `[0-9]{17,20}/${any}{60,80}`,
  ),
  prefixed("npm", ["npm_"], `${alphanumeric}{36}`),
  prefixed("pypi", ["pypi-AgEIcHlwaS5vcmc"], `${any}{50,300}`),
  prefixed(
    "stripe",
    ["sk_live_", "sk_test_", "sk_prod_", "rk_live_", "rk_test_", "rk_prod_"],
    `${alphanumeric}{10,99}`,
  ),
  prefixed("sendgrid", ["SG."], String.raw`${any}{20,24}\.${any}{39,50}`),
  prefixed("hugging-face", ["hf_", "api_org_"], `${alphanumeric}{34}(?!${alphanumeric})`),
  prefixed("groq", ["gsk_"], `${alphanumeric}{48,56}`),
  prefixed("xai", ["xai-"], `${alphanumeric}{70,100}(?!${alphanumeric})`),
  prefixed("perplexity", ["pplx-"], `${alphanumeric}{40,60}(?!${alphanumeric})`),
  prefixed("replicate", ["r8_"], `${alphanumeric}{36,40}(?!${alphanumeric})`),
  prefixed("langsmith", ["lsv2_pt_", "lsv2_sk_"], "[a-f0-9]{32}_[a-f0-9]{10}"),
  prefixed("tavily", ["tvly-"], `(?:dev-|prod-)?${alphanumeric}{28,60}`),
  prefixed("grafana", ["glsa_"], `${alphanumeric}{32}_[a-fA-F0-9]{8}`),
  prefixed("atlassian", ["ATATT3xFf"], "[A-Za-z0-9_=-]{150,300}"),
  prefixed("databricks", ["dapi"], "[a-f0-9]{32}(?:-[0-9])?(?![A-Za-z0-9])"),
  prefixed("linear", ["lin_api_"], `${alphanumeric}{40}`),
  prefixed("new-relic", ["NRAK-"], "[A-Z0-9]{27}(?![A-Z0-9])"),
  prefixed("postman", ["PMAK-"], "[a-f0-9]{24}-[a-f0-9]{34}"),
  prefixed("rubygems", ["rubygems_"], "[a-f0-9]{48}"),
  prefixed("shopify", ["shpat_", "shpca_", "shppa_", "shpss_"], "[a-fA-F0-9]{32}"),
  prefixed("google-oauth", ["ya29."], `${any}{40,300}`),
  prefixed("fireworks", ["fw_"], `${alphanumeric}{20,40}(?!${alphanumeric})`),
  prefixed("vault", ["hvs.", "hvb.", "hvr."], `${any}{90,300}`),
  prefixed("docker", ["dckr_pat_", "dckr_oat_"], `${any}{27,40}`),
  prefixed("digitalocean", ["dop_v1_", "doo_v1_", "dor_v1_"], "[a-f0-9]{64}"),
  prefixed("age", ["AGE-SECRET-KEY-1"], "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
  prefixed("azure-account-key", ["AccountKey="], "[A-Za-z0-9+/]{86}=="),
  {
    id: "telegram",
    signs: [":AA"],
    pattern: /(?<![0-9A-Za-z])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
    accepts: looksRandom,
  },
  {
    id: "jwt",
    signs: ["eyJ"],
    // No dash before: so a run of these characters has one start, and is looked at once.
    pattern:
      /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,2000}/g,
    accepts: looksRandom,
  },
  {
    id: "private-key",
    signs: ["PRIVATE KEY"],
    // To its last line; or, where that is missing, as far as lines of base64 go, also JSON-escaped.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----)){0,16000}-----END [A-Z0-9 ]{1,60}-----|(?:(?:\\{1,4}[nr]|\s){1,8}[A-Za-z0-9+/=]{30,80}){1,400})/g,
    accepts: (secret) => secret.length > 100,
  },
];

function prefixed(id: string, prefixes: readonly string[], rest: string): TokenShape {
  const start = `(?:${prefixes.map(escapeForPattern).join("|")})`;
  const prefix = new RegExp(`^${start}`);
  return {
    id,
    signs: prefixes,
    pattern: new RegExp(`${notAfterWord}${start}${rest}`, "g"),
    accepts: (secret) => looksRandom(secret.replace(prefix, "")),
  };
}
