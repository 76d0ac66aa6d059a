import { HOST, isHostObject, type HostObject, type HostProtocol } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";

export type NativeType = "text" | "native" | "bool" | "number";

/**
 * What `as_text`, `as_native`, `as_bool` and `as_number` make of a value in native rendering: its
 * text, with the note what to read it as. Only the whole value of a template is read so.
 */
export class NativeMarker implements HostProtocol {
  readonly typeName = "str";
  readonly type: NativeType;
  readonly text: string;

  constructor(type: NativeType, value: unknown) {
    this.type = type;
    this.text = pyStr(value);
  }

  get [HOST](): HostProtocol {
    return this;
  }

  str(): string {
    return this.text;
  }

  equals(other: unknown): boolean {
    return other instanceof NativeMarker ? other.text === this.text : other === this.text;
  }

  length(): number {
    return this.text.length;
  }
}

export function isNativeMarker(value: unknown): value is NativeMarker & HostObject {
  return isHostObject(value) && value instanceof NativeMarker;
}
