{# Dates as text, and lists of dates for date-partitioned builds. #}

{% macro convert_datetime(date_str, date_fmt) %}
  {%- set message = "The date '" ~ date_str ~ "' is not written in the format '" ~ date_fmt ~ "'." -%}
  {%- do return(try_or_compiler_error(message, modules.datetime.datetime.strptime, date_str.strip(), date_fmt)) -%}
{% endmacro %}


{% macro dates_in_range(start_date_str, end_date_str=none, in_fmt="%Y%m%d", out_fmt="%Y%m%d") %}
  {%- set first = convert_datetime(start_date_str, in_fmt) -%}
  {%- set last = first if end_date_str is none else convert_datetime(end_date_str, in_fmt) -%}
  {%- set steps = (last - first).days -%}
  {%- if steps < 0 -%}
    {%- do exceptions.raise_compiler_error("The range of dates starts (" ~ first ~ ") after its end (" ~ last ~ ").") -%}
  {%- endif -%}

  {%- set dates = [] -%}
  {%- for step in range(steps + 1) -%}
    {%- set day = first + modules.datetime.timedelta(days=step) -%}
    {%- do dates.append(day.strftime(out_fmt) if out_fmt else day) -%}
  {%- endfor -%}
  {%- do return(dates) -%}
{% endmacro %}


{% macro partition_range(raw_partition_date, date_fmt='%Y%m%d') %}
  {%- set ends = (raw_partition_date | string).split(',') -%}
  {%- if ends | length > 2 -%}
    {%- do exceptions.raise_compiler_error("A partition time is 'start' or 'start,end', not '" ~ raw_partition_date ~ "'.") -%}
  {%- endif -%}
  {%- do return(dates_in_range(ends[0], ends[1] if ends | length == 2 else none, in_fmt=date_fmt)) -%}
{% endmacro %}


{% macro py_current_timestring() %}
  {%- do return(modules.datetime.datetime.now().strftime("%Y%m%d%H%M%S%f")) -%}
{% endmacro %}
