import type { Call, Filter } from "../callable/callable.ts";
import { failAttribute, failSearch } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { linkUrls, type LinkOptions } from "../text/link-urls.ts";
import { splitPythonSpace } from "../text/python-space.ts";
import { listOf } from "../values/cursor.ts";
import { escapeText } from "../values/escape.ts";
import { isText, plain } from "../values/kinds.ts";
import { inOrder } from "../values/order.ts";
import { reprOf } from "../values/repr.ts";
import { truthOf } from "../values/truth.ts";
import { Markup, type Value } from "../values/value.ts";

/** `text|urlize`. */
export const urlize: Filter = {
  id: "urlize",
  docs: {
    summary: "makes links of the URLs and mail addresses in a text",
    examples: [
      {
        template: "{{ '(http://x.com/a), www.y.org.'|urlize }}",
        output:
          '(<a href="http://x.com/a" rel="noopener">http://x.com/a</a>), ' +
          '<a href="https://www.y.org" rel="noopener">www.y.org</a>.',
      },
      {
        template: "{{ 'me@x.com ftp://y <b>'|urlize(extra_schemes=['ftp:']) }}",
        output:
          '<a href="mailto:me@x.com">me@x.com</a> <a href="ftp://y" rel="noopener">ftp://y</a> &lt;b&gt;',
      },
      {
        template: "{{ 'https://example.com/long'|urlize(11, true, target='_blank') }}",
        output:
          '<a href="https://example.com/long" rel="nofollow noopener" target="_blank">https://exa...</a>',
      },
      { template: "{{ ''|urlize(extra_schemes=['x']) }}", error: "FilterArgumentError" },
    ],
  },
  parameters: [
    { name: "trim_url_limit", default: null },
    { name: "nofollow", default: false },
    { name: "target", default: null },
    { name: "rel", default: null },
    { name: "extra_schemes", default: null },
  ],
  apply(call) {
    const { input, escapes, host } = call;
    const options = linkOptions(call);
    const text = escapeText(input, host.budget);
    // Every @ is tried as a mail address, which looks through the word around it.
    for (const word of splitPythonSpace(text)) {
      host.budget.scan(word.length * word.split("@").length);
    }
    const linked = linkUrls(text, options);
    host.budget.produce(linked.length);
    return escapes ? new Markup(linked) : linked;
  },
};

function linkOptions(call: Call): LinkOptions {
  const { argument, host } = call;
  const target = argument("target");
  const rels = new Set(relNames(argument("rel")));
  if (truthOf(argument("nofollow"))) rels.add("nofollow");
  rels.add("noopener");
  return {
    rel: escapeText([...rels].toSorted().join(" "), host.budget),
    target: truthOf(target) ? escapeText(target, host.budget) : undefined,
    schemes: schemesOf(argument("extra_schemes"), call),
    shorten: (url) => shorten(url, argument("trim_url_limit"), call),
  };
}

function relNames(rel: Value): readonly string[] {
  if (!truthOf(rel)) return [];
  return isText(rel) ? splitPythonSpace(plain(rel)) : failAttribute(rel, "split");
}

const schemeForm = /^[\p{L}\p{N}_.+-]{2,}:\/{0,2}$/u;

function schemesOf(schemes: Value, { host }: Call): readonly string[] {
  if (schemes === null) return [];
  return listOf(schemes, host.budget).map((scheme) => {
    if (!isText(scheme)) return failSearch(scheme);
    if (schemeForm.test(plain(scheme))) return plain(scheme);
    const shown = reprOf(scheme, host.budget);
    return raise("FilterArgumentError", `${shown} is not a valid URI scheme prefix.`);
  });
}

function shorten(url: string, limit: Value, { host: { budget } }: Call): string {
  if (limit === null) return url;
  const characters = Array.from(url);
  if (!inOrder({ left: characters.length, operator: ">", right: limit }, budget)) return url;
  return `${characters.slice(0, Number(limit)).join("")}...`;
}
