import { isPyList } from "../../core/python/py-value.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";

const kinds = { flow: "a mapping", components: "a list", routers: "a list" };

/** The parts of the root that must be there, and of which kind they are. */
export class ShapeReader {
  /** Whether all of the parts were found, so that it makes sense to compare them with each other. */
  complete = true;
  private readonly root: ConfigNode;
  private readonly partial: boolean;
  private readonly fields: FieldReader;

  constructor(root: ConfigNode, partial: boolean) {
    this.root = root;
    this.partial = partial;
    this.fields = new FieldReader(root, { owner: "the flow", missing: "E10", wrong: "E13" });
  }

  mapping(key: "flow"): ConfigNode {
    const node = this.required(key);
    if (this.isWritten(node, key) && node.dict === undefined) this.wrong(node, kinds[key]);
    return node;
  }

  /** The items of a list that must be there, without those that are no mappings. */
  mappings(key: "components" | "routers"): readonly ConfigNode[] {
    const node = this.required(key);
    if (this.isWritten(node, key) && !isPyList(node.value)) this.wrong(node, kinds[key]);
    return node.items().filter((item) => {
      if (item.dict !== undefined) return true;
      const message = `${key.slice(0, -1)} ${Number(item.at.at(-1)) + 1} must be a mapping, not ${describeValue(item.value)}`;
      item.report({ rule: "E14", message });
      this.complete = false;
      return false;
    });
  }

  /** The items of a list that may be absent or null. */
  list(key: string): readonly ConfigNode[] {
    const node = this.root.child(key);
    if (node.exists && node.value !== null && !isPyList(node.value))
      this.fields.wrong(node, "a list");
    return node.items();
  }

  entryPoint(flow: ConfigNode): string | undefined {
    const fields = new FieldReader(flow, { owner: "the flow", missing: "E50", wrong: "E15" });
    const entryPoint = fields.optionalText("entry_point");
    const { value } = flow.child("entry_point");
    if (!this.partial && flow.dict !== undefined && (value === undefined || value === null)) {
      fields.missing("entry_point");
    }
    return entryPoint;
  }

  private required(key: keyof typeof kinds): ConfigNode {
    const node = this.root.child(key);
    const optional = this.partial && key !== "components";
    if (node.exists || optional) return node;
    this.complete = false;
    if (this.root.dict !== undefined) this.fields.missing(key);
    return node;
  }

  private wrong(node: ConfigNode, wanted: string): void {
    this.fields.wrong(node, wanted);
    this.complete = false;
  }

  private isWritten(node: ConfigNode, key: keyof typeof kinds): boolean {
    if (this.partial && key !== "components" && node.value === null) return false;
    return node.exists;
  }
}
