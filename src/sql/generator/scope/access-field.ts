import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { quoteName, quoteString } from "../../quote-name.ts";
import { arrayOf, UNKNOWN } from "../../types/spark-types.ts";
import type { Scope } from "./scope.ts";
import { atom, operand, type TypedSql } from "./typed-sql.ts";

/** `value.name`: a struct's field, the fields of an array's structs, or a map's value. */
export function accessField(value: TypedSql, name: string, scope: Scope, at: number): TypedSql {
  const { type } = value;
  switch (type.kind) {
    case "struct": {
      const field = type.fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (field === undefined) throw noField(value, name, scope, at);
      return atom(`struct_extract(${value.sql}, ${quoteString(field.name)})`, field.type);
    }
    case "array": {
      const parameter = scope.emitter.freshName("e");
      const inner = accessField(atom(parameter, type.element), name, scope, at);
      return atom(
        `list_transform(${value.sql}, lambda ${parameter}: ${inner.sql})`,
        arrayOf(inner.type),
      );
    }
    case "map":
      return atom(`map_extract_value(${value.sql}, ${quoteString(name)})`, type.value);
    case "unknown":
      return atom(`${operand(value)}.${quoteName(name)}`, UNKNOWN);
    default:
      throw noField(value, name, scope, at);
  }
}

function noField(value: TypedSql, name: string, scope: Scope, at: number): Error {
  const problem = `has no field "${name}": it is ${sparkTypeText(value.type)}`;
  return sqlTypeMismatch(`\`${value.sql}\``, problem, scope.emitter.place(at));
}
