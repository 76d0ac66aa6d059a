import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../../jinja/bind-arguments.ts";
import { hostFunction } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PySet } from "../../jinja/py-set.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { makeZone } from "./datetime/date-time-methods.ts";
import { fixedZone, namedZone, UTC } from "./datetime/time-zone.ts";

/** `modules.pytz`: as in dbt only what pytz lists for import (`UTC` is not among it). */
export function pytzModule(): PyDict {
  const names = Intl.supportedValuesOf("timeZone");
  return PyDict.fromRecord({
    timezone: hostFunction("timezone", (args) => {
      const name = pyStr(bindArguments("timezone", ["zone"], args)[0]);
      const zone = namedZone(name);
      if (zone === undefined) throw pythonError("KeyError", pyRepr(name));
      return makeZone(zone);
    }),
    utc: makeZone(UTC),
    FixedOffset: hostFunction("FixedOffset", (args) => {
      const [minutes] = bindArguments("FixedOffset", ["offset"], args);
      return makeZone(fixedZone(`pytz.FixedOffset(${pyStr(minutes)})`, Number(minutes) * 60));
    }),
    all_timezones: [...names],
    all_timezones_set: new PySet(names),
    common_timezones: [...names],
    common_timezones_set: new PySet(names),
  });
}
