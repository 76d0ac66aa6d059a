import { valueNotAllowed } from "../../errors/template-errors.ts";
import { hostFunction } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyEquals } from "../../jinja/python-equality.ts";
import { pyStr } from "../../jinja/python-text.ts";

/** `validation.any(values...)`: makes a validator that takes one of the values. */
export const validationMember: PyDict = PyDict.fromRecord({
  any: hostFunction("any", ({ positional: allowed }) =>
    hostFunction("validator", ({ positional: [value] }) => {
      if (allowed.some((each) => pyEquals(each, value))) return null;
      throw valueNotAllowed(pyStr(value), allowed.map(pyStr).join(","));
    }),
  ),
});
