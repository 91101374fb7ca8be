import { singleLine } from "./single-line.ts";

export interface MetricSample {
  /** In the order in which they are written. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A family of metrics. Its samples differ by their labels. */
export interface MetricFamily {
  /** With a unit, it ends with it: `flowproof_cost_usd`. */
  readonly name: string;
  readonly type: "gauge" | "info" | "stateset";
  readonly unit?: string;
  readonly help: string;
  readonly samples: readonly MetricSample[];
}

/**
 * OpenMetrics text, version 1.0, without times. A family without a sample is left out: what is not known
 * has no number.
 */
export function openMetricsText(families: readonly MetricFamily[]): string {
  const lines = families.filter(({ samples }) => samples.length > 0).flatMap(familyLines);
  return `${[...lines, "# EOF"].join("\n")}\n`;
}

function familyLines({ name, type, unit, help, samples }: MetricFamily): readonly string[] {
  const suffix = type === "info" ? "_info" : "";
  return [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
    ...samples.map(({ labels, value }) => `${name}${suffix}${labelSet(labels)} ${value}`),
  ];
}

function labelSet(labels: MetricSample["labels"]): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** On one line, quotes and backslashes escaped. */
function escaped(text: string): string {
  return singleLine(text).replaceAll(/[\\"]/g, (character) => `\\${character}`);
}
